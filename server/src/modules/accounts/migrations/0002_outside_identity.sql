create table accounts.outside_identity (
  issuer text not null check (length(issuer) <= 300),
  subject text not null check (length(subject) <= 255),
  account uuid not null unique references accounts.account (id),
  since timestamptz not null,
  primary key (issuer, subject)
);
comment on table accounts.outside_identity is 'Whom a city''s own sign-in (OIDC) means by a subject: one staff account, bound at the first sign-in by its name and from then on by the subject alone.';
