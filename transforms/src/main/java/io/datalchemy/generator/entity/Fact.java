package io.datalchemy.generator.entity;

/** What the columns of one record share; each has bits of its own. */
enum Fact {
  PLACE(1),
  STREET(2),
  HOUSE_NUMBER(3),
  NEIGHBORHOOD(4),
  SEX(5),
  BIRTH_DATE(6),
  GIVEN_NAME(7),
  SURNAMES(8),
  PARENTS(9),
  MAIL_DOMAIN(10),
  OWNERS(11),
  SECTOR(12),
  LEGAL_FORM(13);

  private final int word;

  Fact(int word) {
    this.word = word;
  }

  /** Which word of the record's bits is the fact's; part of the output's format. */
  int word() {
    return word;
  }
}
