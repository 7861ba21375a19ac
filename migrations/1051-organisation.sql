-- 领导信息: what the public may know of a leader. Nobody is deleted: who left is no longer shown.
create table leaders (
  id bigint generated always as identity primary key,
  name text not null,
  post text not null,
  -- 分工, and 简历: paragraphs, one a line.
  duties text not null default '',
  career text not null default '',
  portrait_file_id bigint references stored_files,
  portrait_alt text not null default '',
  position integer not null default 0,
  shown boolean not null default true,
  updated_at timestamptz not null
);
create index leaders_shown on leaders (position, id) where shown;

-- What the public sees of a department besides its name, duties and telephone.
create table department_profiles (
  department_id bigint primary key references departments,
  kind text not null default 'internal' check (kind in ('internal', 'subordinate')),
  room text not null default '',
  shown boolean not null default false,
  updated_at timestamptz not null
);

-- 机构职能 of the agency itself. One row.
create table agency_functions (
  only_row boolean primary key default true check (only_row),
  -- Where the functions come from: the document that set them.
  basis text not null default '',
  body text not null default '',
  updated_at timestamptz not null
);
