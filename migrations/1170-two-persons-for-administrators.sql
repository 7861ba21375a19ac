-- An administrator's account is changed by two people: the security administrator permits, the system administrator does it.
alter table staff_credentials
  add column change_permitted_by bigint references staff,
  add column change_permitted_until timestamptz;

-- Where nobody works yet, administrators begin with a second factor. Source: GB/T 22239-2019 8.1.4.1 (level 3: two factors).
-- An agency that has chosen keeps its choice.
update sign_in_rules
  set second_factor_roles = '{system_administrator,security_administrator,audit_administrator}'
  where not exists (select from staff);

-- How a session was opened: who comes from the identity provider has no password of ours to change.
alter table staff_sessions
  add column way text not null default 'password' check (way in ('password', 'single_sign_on'));

-- Who a person is at the identity provider: a subject is never given to somebody else there, a name may be (OpenID Connect Core 5.7).
create table staff_identities (
  issuer text not null,
  subject text not null,
  staff_id bigint not null references staff,
  bound_at timestamptz not null,
  primary key (issuer, subject),
  unique (staff_id, issuer)
);
