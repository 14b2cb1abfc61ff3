package io.datalchemy.propose;

import io.datalchemy.existing.ExistingKeys;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a proposed plan should be like.
 *
 * @param rows rows of each table, where it can hold as many
 * @param seed an unsigned 64-bit number
 * @param asOf the day that stands for today
 * @param locale the locale of generators that know several; their own choice if empty
 * @param existing the tables whose rows are to stay, with their keys
 */
public record ProposalRequest(
    long rows, BigInteger seed, LocalDate asOf, Optional<String> locale, ExistingKeys existing) {
  private static final int SEED_BITS = 64;

  public ProposalRequest {
    if (rows < 1) {
      throw new IllegalArgumentException("rows: must be at least 1, was " + rows);
    }
    if (seed.signum() < 0 || seed.bitLength() > SEED_BITS) {
      throw new IllegalArgumentException(
          "seed: must be within 0 and 18446744073709551615, was " + seed);
    }
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(existing, "existing");
  }

  /** A request for a plan in which every table is generated. */
  public ProposalRequest(long rows, BigInteger seed, LocalDate asOf, Optional<String> locale) {
    this(rows, seed, asOf, locale, ExistingKeys.none());
  }

  /** The same with tables whose rows stay. */
  public ProposalRequest keeping(ExistingKeys keys) {
    return new ProposalRequest(rows, seed, asOf, locale, keys);
  }

  /** A request that leaves the locale open. */
  public static ProposalRequest of(long rows, BigInteger seed, LocalDate asOf) {
    return new ProposalRequest(rows, seed, asOf, Optional.empty());
  }
}
