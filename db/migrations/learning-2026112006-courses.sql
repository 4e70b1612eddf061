-- Learning: catalogue, outline, content, quizzes, enrolment, progress, certificates.

create schema learning;
comment on schema learning is 'Courses, what is in them, who learns them and how far they are.';

create table learning.categories (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  description text,
  position text collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, slug)
);
comment on table learning.categories is 'Shelves of the catalogue.';

create table learning.courses (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$'),
  title text not null check (length(title) between 1 and 300),
  summary text,
  description_html text,
  category_id uuid,
  instructor_id uuid references auth.users on delete set null,
  level text check (level in ('beginner', 'intermediate', 'advanced')),
  language text not null default 'en',
  duration_minutes integer check (duration_minutes >= 0),
  price_minor bigint not null default 0 check (price_minor >= 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  status text not null default 'draft' check (status in ('draft', 'scheduled', 'published', 'archived')),
  visibility text not null default 'public' check (visibility in ('public', 'enrolled_only', 'premium')),
  published_at timestamptz,
  scheduled_at timestamptz,
  archived_at timestamptz,
  position text collate "C" not null default 'a0',
  is_featured boolean not null default false,
  certificate_enabled boolean not null default true,
  revision bigint not null default 1,
  page_total integer not null default 0 check (page_total >= 0),
  learner_count integer not null default 0 check (learner_count >= 0),
  completed_count integer not null default 0 check (completed_count >= 0),
  metadata jsonb not null default '{}',
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, slug),
  foreign key (organization_id, category_id) references learning.categories on delete set null (category_id),
  check (status <> 'scheduled' or scheduled_at is not null)
);
create index courses_catalogue on learning.courses (organization_id, status, id desc);
create index courses_due on learning.courses (scheduled_at) where status = 'scheduled';
create index courses_title on learning.courses using gin (title gin_trgm_ops);
comment on table learning.courses is 'A course: how it is found, priced and shown.';
comment on column learning.courses.revision is 'Rises with every change a reader could see; caches are keyed by it.';
comment on column learning.courses.page_total is 'Number of visible pages (nodes without children): what 100 % is made of.';
comment on column learning.courses.price_minor is 'Minor units of currency.';

create table learning.course_covers (
  organization_id uuid not null,
  course_id uuid not null,
  object_id uuid not null,
  alt_text text not null default '',
  created_at timestamptz not null default now(),
  primary key (organization_id, course_id),
  foreign key (organization_id, course_id) references learning.courses on delete cascade,
  foreign key (organization_id, object_id) references storage.objects on delete restrict
);
comment on table learning.course_covers is 'The picture of a course.';

create table learning.nodes (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  course_id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('module', 'lesson', 'topic', 'subtopic')),
  slug text not null,
  title text not null check (length(title) between 1 and 300),
  description text,
  position text collate "C" not null,
  status text not null default 'published' check (status in ('draft', 'scheduled', 'published', 'archived')),
  published_at timestamptz,
  release_at timestamptz,
  archived_at timestamptz,
  archived_from text check (archived_from in ('draft', 'scheduled', 'published')),
  estimated_minutes integer check (estimated_minutes >= 0),
  difficulty text check (difficulty in ('beginner', 'intermediate', 'advanced')),
  thumbnail_object_id uuid,
  child_count integer not null default 0 check (child_count >= 0),
  page_total integer not null default 0 check (page_total >= 0),
  content_revision bigint not null default 1,
  source_id text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, course_id, id),
  foreign key (organization_id, course_id) references learning.courses on delete cascade,
  foreign key (organization_id, course_id, parent_id) references learning.nodes (organization_id, course_id, id) on delete cascade,
  foreign key (organization_id, thumbnail_object_id) references storage.objects on delete set null (thumbnail_object_id),
  check ((kind = 'module') = (parent_id is null)),
  check (status <> 'scheduled' or release_at is not null),
  check (status <> 'archived' or archived_at is not null)
);
create unique index nodes_order on learning.nodes (organization_id, course_id, parent_id, position) nulls not distinct;
create index nodes_due on learning.nodes (release_at) where status = 'scheduled';
create index nodes_source on learning.nodes (organization_id, course_id, source_id) where source_id is not null;
comment on table learning.nodes is 'The outline as one tree: module, lesson, topic, subtopic. A node below a module without children is a page.';
comment on column learning.nodes.position is 'Fractional index among siblings: a move writes one row.';
comment on column learning.nodes.page_total is 'Visible pages at or below this node; a node is visible exactly when this is above 0.';
comment on column learning.nodes.child_count is 'Children that are not archived. A page has none.';
comment on column learning.nodes.archived_from is 'Status to return to when the node is taken out of the bin. What is below an archived node is in the bin with it.';
comment on column learning.nodes.content_revision is 'Rises with every change of the node''s own content.';

create table learning.blocks (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  node_id uuid not null,
  type text not null check (type in ('text', 'image', 'video', 'audio', 'document', 'code', 'callout', 'embed', 'exercise')),
  position text collate "C" not null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, node_id) references learning.nodes on delete cascade
);
create unique index blocks_order on learning.blocks (organization_id, node_id, position);
comment on table learning.blocks is 'The content of a page, in order; the shape of content depends on type and is checked on the way in.';

create table learning.block_files (
  organization_id uuid not null,
  block_id uuid not null,
  object_id uuid not null,
  primary key (organization_id, block_id, object_id),
  foreign key (organization_id, block_id) references learning.blocks on delete cascade,
  foreign key (organization_id, object_id) references storage.objects on delete restrict
);
create index block_files_object on learning.block_files (organization_id, object_id);
comment on table learning.block_files is 'Which files a block shows, so that a file in use is never removed.';

create table learning.resources (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  course_id uuid not null,
  node_id uuid,
  title text not null,
  description text,
  object_id uuid,
  url text,
  type text not null default 'file' check (type in ('file', 'link')),
  size bigint,
  position text collate "C" not null default 'a0',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, course_id) references learning.courses on delete cascade,
  foreign key (organization_id, course_id, node_id) references learning.nodes (organization_id, course_id, id) on delete cascade,
  foreign key (organization_id, object_id) references storage.objects on delete restrict,
  check ((object_id is null) <> (url is null))
);
create index resources_course on learning.resources (organization_id, course_id, position);
create index resources_object on learning.resources (organization_id, object_id);
comment on table learning.resources is 'Files and links that hang on a course or a node.';

create table learning.quizzes (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  node_id uuid not null,
  title text,
  intro_html text,
  points integer not null default 0 check (points >= 0),
  is_required boolean not null default true,
  pass_percent smallint not null default 0 check (pass_percent between 0 and 100),
  max_attempts integer check (max_attempts > 0),
  time_limit_minutes integer check (time_limit_minutes > 0),
  shuffle boolean not null default false,
  source_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, node_id),
  foreign key (organization_id, node_id) references learning.nodes on delete cascade
);
comment on table learning.quizzes is 'The questions of a page; at most one quiz a node.';
comment on column learning.quizzes.pass_percent is 'Share of the points needed to pass; 0 means answering is enough.';

create table learning.questions (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  quiz_id uuid not null,
  type text not null check (type in ('single', 'multiple', 'dropdown', 'numeric', 'short_text')),
  position text collate "C" not null,
  prompt_html text not null,
  points integer not null default 1 check (points >= 0),
  options jsonb not null default '[]',
  answer jsonb not null default '{}',
  hints text[] not null default '{}',
  explanation_html text,
  source_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, quiz_id, position),
  foreign key (organization_id, quiz_id) references learning.quizzes on delete cascade
);
comment on table learning.questions is 'One question. options are shown; answer is the key and never leaves the server before the attempt is marked.';

create table learning.course_files (
  organization_id uuid not null,
  course_id uuid not null,
  object_id uuid not null,
  primary key (organization_id, course_id, object_id),
  foreign key (organization_id, course_id) references learning.courses on delete cascade,
  foreign key (organization_id, object_id) references storage.objects on delete restrict
);
create index course_files_object on learning.course_files (organization_id, object_id);
comment on table learning.course_files is 'Which files the description of a course shows, so that a file in use is never removed.';

create table learning.quiz_files (
  organization_id uuid not null,
  quiz_id uuid not null,
  object_id uuid not null,
  primary key (organization_id, quiz_id, object_id),
  foreign key (organization_id, quiz_id) references learning.quizzes on delete cascade,
  foreign key (organization_id, object_id) references storage.objects on delete restrict
);
create index quiz_files_object on learning.quiz_files (organization_id, object_id);
comment on table learning.quiz_files is 'Which files a quiz and its questions show, so that a file in use is never removed.';

create table learning.enrollments (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  course_id uuid not null,
  user_id uuid not null references auth.users on delete cascade,
  status text not null default 'active' check (status in ('pending', 'active', 'completed', 'cancelled', 'refunded', 'past_due')),
  amount_minor bigint not null default 0 check (amount_minor >= 0),
  currency text not null default 'EUR',
  done integer not null default 0 check (done >= 0),
  percent smallint not null default 0 check (percent between 0 and 100),
  time_spent_seconds integer not null default 0 check (time_spent_seconds >= 0),
  last_viewed_node_id uuid,
  last_activity_at timestamptz,
  started_at timestamptz not null default now(),
  completed_at timestamptz,
  cancelled_at timestamptz,
  expires_at timestamptz,
  auto_renew boolean not null default false,
  follow_up_email_sent_at timestamptz,
  tags text[] not null default '{}' check (tags <@ array['top_performer', 'needs_help', 'slow_learner', 'active_communicator']),
  metadata jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, course_id, user_id),
  foreign key (organization_id, course_id) references learning.courses on delete restrict,
  foreign key (organization_id, course_id, last_viewed_node_id) references learning.nodes (organization_id, course_id, id)
    on delete set null (last_viewed_node_id)
);
create index enrollments_person on learning.enrollments (organization_id, user_id, id desc);
create index enrollments_course on learning.enrollments (organization_id, course_id, id desc);
comment on table learning.enrollments is 'A person in a course: standing and how far they are. done and percent are kept by each finished page.';

create table learning.completions (
  organization_id uuid not null,
  enrollment_id uuid not null,
  node_id uuid not null,
  completed_at timestamptz not null default now(),
  primary key (organization_id, enrollment_id, node_id),
  foreign key (organization_id, enrollment_id) references learning.enrollments on delete cascade,
  foreign key (organization_id, node_id) references learning.nodes on delete cascade
);
create index completions_node on learning.completions (organization_id, node_id);
comment on table learning.completions is 'A page a learner has finished.';

create table learning.progress (
  organization_id uuid not null,
  enrollment_id uuid not null,
  node_id uuid not null,
  done integer not null default 0 check (done >= 0),
  time_spent_seconds integer not null default 0 check (time_spent_seconds >= 0),
  first_viewed_at timestamptz,
  last_viewed_at timestamptz,
  completed_at timestamptz,
  checkpoints jsonb not null default '{}',
  primary key (organization_id, enrollment_id, node_id),
  foreign key (organization_id, enrollment_id) references learning.enrollments on delete cascade,
  foreign key (organization_id, node_id) references learning.nodes on delete cascade
);
create index progress_node on learning.progress (organization_id, node_id);
comment on table learning.progress is 'Finished pages at or below each node, rolled up by the transaction that finishes a page; the total is the node''s page_total.';

create table learning.attempts (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  quiz_id uuid not null,
  enrollment_id uuid not null,
  number integer not null check (number > 0),
  state text not null default 'open' check (state in ('open', 'submitted')),
  answers jsonb not null default '{}',
  results jsonb,
  points_earned numeric(10, 2),
  points_total integer,
  score smallint check (score between 0 and 100),
  correct_answers integer,
  total_questions integer not null,
  passed boolean,
  started_at timestamptz not null default now(),
  due_at timestamptz,
  submitted_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, quiz_id, enrollment_id, number),
  foreign key (organization_id, quiz_id) references learning.quizzes on delete cascade,
  foreign key (organization_id, enrollment_id) references learning.enrollments on delete cascade
);
create unique index attempts_open on learning.attempts (organization_id, quiz_id, enrollment_id) where state = 'open';
create index attempts_enrollment on learning.attempts (organization_id, enrollment_id);
comment on table learning.attempts is 'One go at a quiz: answers, marks, result.';

create table learning.certificates (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  enrollment_id uuid not null,
  course_id uuid not null,
  user_id uuid references auth.users on delete set null,
  number text not null,
  recipient_name text not null,
  course_title text not null,
  issued_at timestamptz not null default now(),
  expires_at timestamptz,
  metadata jsonb not null default '{}',
  primary key (organization_id, id),
  unique (organization_id, enrollment_id),
  foreign key (organization_id, enrollment_id) references learning.enrollments on delete restrict,
  foreign key (organization_id, course_id) references learning.courses on delete restrict
);
create index certificates_person on learning.certificates (organization_id, user_id, id desc);
create index certificates_course on learning.certificates (organization_id, course_id, id desc);
comment on table learning.certificates is 'Proof of a finished course, with the names as they were.';

create table learning.certificate_numbers (
  number text primary key,
  organization_id uuid not null,
  certificate_id uuid not null,
  unique (organization_id, certificate_id),
  foreign key (organization_id, certificate_id) references learning.certificates on delete cascade
);
comment on table learning.certificate_numbers is 'Global: directory from a certificate number to its organization, for the public check.';

create table learning.certificate_revocations (
  organization_id uuid not null,
  certificate_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  revoked_by uuid references auth.users on delete set null,
  revoked_at timestamptz not null default now(),
  primary key (organization_id, certificate_id),
  foreign key (organization_id, certificate_id) references learning.certificates on delete cascade
);
comment on table learning.certificate_revocations is 'Certificates that no longer count, with who said so and why.';

create table learning.course_bans (
  organization_id uuid not null,
  enrollment_id uuid not null,
  type text not null check (type in ('temporary', 'permanent')),
  reason text not null,
  banned_until timestamptz,
  banned_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (organization_id, enrollment_id),
  foreign key (organization_id, enrollment_id) references learning.enrollments on delete cascade,
  check ((type = 'temporary') = (banned_until is not null))
);
comment on table learning.course_bans is 'A learner kept out of one course.';

create table learning.activities (
  organization_id uuid not null,
  id uuid not null default uuidv7(),
  enrollment_id uuid not null,
  type text not null check (type in ('logged_in', 'completed_lesson', 'downloaded_file', 'missed_assignment',
    'submitted_assignment', 'viewed_lesson', 'started_course')),
  description text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, enrollment_id) references learning.enrollments on delete cascade
);
create index activities_enrollment on learning.activities (organization_id, enrollment_id, created_at desc);
comment on table learning.activities is 'What a learner did in a course, as a timeline.';

grant usage on schema learning to stoa_app;
grant select, insert, update, delete on learning.categories, learning.courses, learning.course_covers, learning.nodes,
  learning.blocks, learning.block_files, learning.course_files, learning.quiz_files, learning.resources, learning.quizzes, learning.questions, learning.enrollments,
  learning.completions, learning.progress, learning.attempts, learning.course_bans, learning.activities to stoa_app;
grant select, insert on learning.certificate_numbers, learning.certificate_revocations to stoa_app;
grant select, insert, update on learning.certificates to stoa_app;

create trigger courses_face after insert or delete or update of revision, status on learning.courses
  for each row execute function auth.touch_public_face();
create trigger course_covers_face after insert or delete or update on learning.course_covers
  for each row execute function auth.touch_public_face();
create trigger categories_face after insert or delete or update on learning.categories
  for each row execute function auth.touch_public_face();
