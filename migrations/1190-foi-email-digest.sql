-- Paper often gives an e-mail address and no telephone: by it, too, all cases of one applicant are found again (PIPL art. 45).
alter table foi_requests add column email_digest text;
create index foi_requests_email on foi_requests (email_digest) where email_digest is not null;
