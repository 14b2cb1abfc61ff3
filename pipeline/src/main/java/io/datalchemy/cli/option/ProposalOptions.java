package io.datalchemy.cli.option;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.ProposalRequest;
import java.math.BigInteger;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** {@code --rows} and {@code --seed}: what a proposed plan should be like. */
public final class ProposalOptions {
  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Rows of each table, where it can hold as many. Default: ${DEFAULT-VALUE}.")
  private long rows;

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
      return ProposalRequest.of(rows, seed, asOf);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(Problem.error("invalid_option", "", e.getMessage()));
    }
  }

  /** How many rows each table is to have. */
  public long rows() {
    return rows;
  }
}
