-- Sign-in: one password and at most one second factor a person; sessions live here, so that every node knows them.
create table staff_credentials (
  staff_id bigint primary key references staff,
  -- argon2id, with its parameters.
  password_hash text not null,
  -- Given by an administrator: must be changed at the first sign-in.
  must_change boolean not null default true,
  changed_at timestamptz not null default now(),
  failures integer not null default 0,
  locked_until timestamptz,
  -- AES-256-GCM under SECRET_KEY; null: no second factor.
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  -- The last time step that was used: a code is good once.
  totp_last_step bigint
);

create table staff_sessions (
  -- SHA-256 of the cookie: a copy of the table signs nobody in.
  token_hash text primary key,
  staff_id bigint not null references staff,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index staff_sessions_staff on staff_sessions (staff_id) where ended_at is null;
