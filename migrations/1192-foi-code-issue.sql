-- How often staff gave the applicant of a case a new query code (回执丢失). Codes are computed, never stored; each issue makes another
-- and voids the one before.
alter table foi_requests add column code_issue smallint not null default 0;
