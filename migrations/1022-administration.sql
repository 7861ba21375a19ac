-- 处室 with the person who supervises them.
alter table departments add column supervisor_id bigint references staff;

-- A second factor that is being set up does not replace the one in use before its first right code.
alter table staff_credentials add column totp_pending_sealed bytea;

-- 备用码: ten single-use codes for whoever lost the device. SHA-256: a code is random, not chosen.
create table staff_recovery_codes (
  staff_id bigint not null references staff,
  code_hash text not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

-- Which roles must use a second factor. One row. Source: GB/T 22239-2019 8.1.4.1 (level 3: two factors).
create table sign_in_rules (
  only_row boolean primary key default true check (only_row),
  second_factor_roles text[] not null default '{}'
);
insert into sign_in_rules default values;
