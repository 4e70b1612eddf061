create table auth.saml_keys (
  id uuid primary key default uuidv7(),
  certificate text not null,
  sealed_private_key text not null,
  is_current boolean not null default true,
  created_at timestamptz not null default now()
);
create unique index saml_keys_current on auth.saml_keys (is_current) where is_current;
comment on table auth.saml_keys is 'Global: the key Stoa signs requests to SAML identity providers with. The private part is sealed.';
comment on column auth.saml_keys.certificate is 'Self-signed, as base64 of its DER: what identity providers get with our metadata.';
grant select, insert on auth.saml_keys to stoa_app;
