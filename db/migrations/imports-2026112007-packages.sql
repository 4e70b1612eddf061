create schema imports;
comment on schema imports is 'What came in from elsewhere, and how faithfully.';

create table imports.course_imports (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  run_id uuid not null,
  object_id uuid,
  course_id uuid,
  file_name text not null,
  package_kind text check (package_kind in ('olx', 'common-cartridge')),
  package_version text,
  publish boolean not null default false,
  attempts integer not null default 0,
  title text,
  imported integer not null default 0,
  converted integer not null default 0,
  dropped integer not null default 0,
  summary jsonb not null default '[]',
  problem jsonb,
  started_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, run_id) references platform.runs on delete restrict,
  foreign key (organization_id, object_id) references storage.objects on delete set null (object_id),
  foreign key (organization_id, course_id) references learning.courses on delete set null (course_id)
);
create unique index course_imports_run on imports.course_imports (organization_id, run_id);
create index course_imports_started_by on imports.course_imports (organization_id, started_by, id desc);
create index course_imports_course on imports.course_imports (organization_id, course_id);
create index course_imports_object on imports.course_imports (organization_id, object_id);
comment on table imports.course_imports is 'A course package that was brought in; the counts come from its report.';
comment on column imports.course_imports.object_id is 'The uploaded package, kept until the import is over; null when it was read from a disk.';
comment on column imports.course_imports.attempts is 'How often the work was begun. Who began it writes only while this is still their number, so that a process thought dead cannot interfere.';
comment on column imports.course_imports.summary is 'Lines of the report counted by kind of item: [{kind, imported, converted, dropped}].';
comment on column imports.course_imports.problem is 'Why it failed, or was not published: {code, params}; the sentence is made for whoever reads it.';

create table imports.report_lines (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  source_kind text not null,
  source_id text not null,
  title text,
  outcome text not null check (outcome in ('imported', 'converted', 'dropped')),
  code text not null,
  params jsonb not null default '{}',
  node_id uuid,
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references imports.course_imports on delete cascade
);
create index report_lines_outcome on imports.report_lines (organization_id, import_id, outcome, number);
comment on table imports.report_lines is 'The fidelity report: every item of the source and what became of it.';

grant usage on schema imports to stoa_app;
grant select, insert, update, delete on imports.course_imports, imports.report_lines to stoa_app;
