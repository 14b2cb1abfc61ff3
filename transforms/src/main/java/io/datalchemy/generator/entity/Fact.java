package io.datalchemy.generator.entity;

/** What the columns of one record share; each has bits of its own, and keeps its place here. */
enum Fact {
  PLACE,
  STREET,
  HOUSE_NUMBER,
  NEIGHBORHOOD,
  SEX,
  BIRTH_DATE,
  GIVEN_NAME,
  SURNAMES,
  PARENTS,
  MAIL_DOMAIN,
  OWNERS,
  SECTOR,
  LEGAL_FORM
}
