-- Whether the text of a file was read to its end: what is not known to be whole is read again at the next save, and
-- a reviewer gives a word for it. Rows of before were read without headers, notes and comments: not known.
alter table revision_attachments add column read_whole boolean not null default false;
