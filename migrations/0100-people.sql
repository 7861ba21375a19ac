create table departments (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  phone text,
  duties text,
  position integer not null default 0,
  active boolean not null default true
);

create table staff (
  id bigint generated always as identity primary key,
  username text not null unique,
  name text not null,
  department_id bigint references departments,
  email text,
  -- Kept for ever: reviews, cases and audit entries name them.
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table staff_roles (
  staff_id bigint not null references staff,
  role text not null,
  primary key (staff_id, role)
);
