package io.datalchemy.propose;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.propose.size.SizePolicy;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a proposed plan should be like.
 *
 * @param rows rows of a table, where it can hold as many; {@code sizes} says of which
 * @param seed an unsigned 64-bit number
 * @param asOf the day that stands for today
 * @param locale the locale of generators that know several; their own choice if empty
 * @param existing the tables whose rows are to stay, with their keys
 * @param sizes what the sizes of tables follow from
 */
public record ProposalRequest(
    long rows,
    BigInteger seed,
    LocalDate asOf,
    Optional<String> locale,
    ExistingKeys existing,
    SizePolicy sizes) {
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
    Objects.requireNonNull(sizes, "sizes");
  }

  /** A request for a plan in which every table is generated, with as many rows as the others. */
  public ProposalRequest(long rows, BigInteger seed, LocalDate asOf, Optional<String> locale) {
    this(rows, seed, asOf, locale, ExistingKeys.none(), SizePolicy.SAME);
  }

  /** The same with tables whose rows stay. */
  public ProposalRequest keeping(ExistingKeys keys) {
    return new ProposalRequest(rows, seed, asOf, locale, keys, sizes);
  }

  /** The same with other sizes. */
  public ProposalRequest sized(SizePolicy policy) {
    return new ProposalRequest(rows, seed, asOf, locale, existing, policy);
  }

  /** A request that leaves the locale open. */
  public static ProposalRequest of(long rows, BigInteger seed, LocalDate asOf) {
    return new ProposalRequest(rows, seed, asOf, Optional.empty());
  }
}
