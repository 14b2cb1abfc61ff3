package io.datalchemy.cli.option;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.size.SizePolicy;
import java.math.BigInteger;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** {@code --rows}, {@code --sizes} and {@code --seed}: what a proposed plan should be like. */
public final class ProposalOptions {
  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Rows of a table in the middle, where it can hold as many: look-up tables and parents get"
              + " fewer, their children more. Default: ${DEFAULT-VALUE}.")
  private long rows;

  @Option(
      names = "--sizes",
      paramLabel = "BY",
      defaultValue = "shape",
      description =
          "What sizes follow from: shape, from the foreign keys; same, all alike; database, from its"
              + " estimates, and by shape where it has none. Default: ${DEFAULT-VALUE}.")
  private SizePolicy sizes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description =
          "What all values follow from: 0 to 18446744073709551615. Default: ${DEFAULT-VALUE}.")
  private BigInteger seed;

  /** What is asked of a proposal, dates being relative to a day. */
  public ProposalRequest request(LocalDate asOf) {
    try {
      return ProposalRequest.of(rows, seed, asOf).sized(sizes);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(Problem.error("invalid_option", "", e.getMessage()));
    }
  }

  /** The scale of the sizes. */
  public long rows() {
    return request(LocalDate.EPOCH).rows();
  }

  /** What the sizes follow from. */
  public SizePolicy sizes() {
    return sizes;
  }
}
