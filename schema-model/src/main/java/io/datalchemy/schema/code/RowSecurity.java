package io.datalchemy.schema.code;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who sees and writes which rows of a table, its policies by name.
 *
 * @param isEnabled whether the policies count
 * @param isForced whether they count for the table's owner too
 */
public record RowSecurity(boolean isEnabled, boolean isForced, List<Policy> policies) {

  /** A policy: the commands and roles that it is for, and its conditions in SQL. */
  public record Policy(
      String name,
      String command,
      boolean isPermissive,
      List<String> roles,
      Optional<String> using,
      Optional<String> withCheck) {
    public Policy {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(command, "command");
      roles = List.copyOf(roles);
      Objects.requireNonNull(using, "using");
      Objects.requireNonNull(withCheck, "withCheck");
    }
  }

  public RowSecurity {
    policies = List.copyOf(policies);
  }
}
