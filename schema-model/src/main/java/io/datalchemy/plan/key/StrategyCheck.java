package io.datalchemy.plan.key;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.Pick;
import io.datalchemy.plan.RowsPerParent;
import io.datalchemy.plan.Rule.ForeignKeyStrategy;
import io.datalchemy.plan.Rule.StrategyMode;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Do strategies and targets with rows per parent name keys that are there, and shares that are? */
public final class StrategyCheck {
  private final GenerationPlan plan;
  private final DatabaseSchema schema;
  private final Problems problems;
  private final Map<List<Object>, ForeignKeyStrategy> said = new HashMap<>();

  private StrategyCheck(GenerationPlan plan, DatabaseSchema schema, Problems problems) {
    this.plan = plan;
    this.schema = schema;
    this.problems = problems;
  }

  /**
   * Adds the problems of a plan's strategies and targets.
   *
   * @param schema with the keys that the plan declares
   */
  public static void check(GenerationPlan plan, DatabaseSchema schema, Problems problems) {
    StrategyCheck check = new StrategyCheck(plan, schema, problems);
    for (int i = 0; i < plan.rules().size(); i++) {
      if (plan.rules().get(i) instanceof ForeignKeyStrategy strategy
          && schema.table(strategy.tableId()).isPresent()) {
        check.check(strategy, "/rules/" + i);
      }
    }
    for (int i = 0; i < plan.targets().size(); i++) {
      Target target = plan.targets().get(i);
      if (target.rowsPerParent().isPresent() && schema.table(target.id()).isPresent()) {
        check.check(target, target.rowsPerParent().get(), "/targets/" + i);
      }
    }
  }

  private void check(ForeignKeyStrategy strategy, String path) {
    TableId id = strategy.tableId();
    List<ForeignKey> keys = keys(id);
    KeyChoice choice = KeyChoice.of(strategy);
    List<ForeignKey> meant = choice.among(keys);
    if (strategy.namesKey() && meant.isEmpty()) {
      unknownKey(id, keys, choice, path);
    }
    for (ForeignKey key : meant) {
      ForeignKeyStrategy before = said.putIfAbsent(List.of(id, key.name()), strategy);
      if (before != null && !agree(before, strategy)) {
        error(
            "duplicate_fk_strategy",
            path,
            "foreign keys of " + id + ": must have one strategy, have another before",
            "keep one");
        break;
      }
    }
    strategy.pick().ifPresent(pick -> new PickCheck(problems, path + "/pick").check(pick));
    checkMeaning(strategy, meant, path);
    checkShares(strategy, path);
  }

  private static boolean agree(ForeignKeyStrategy one, ForeignKeyStrategy other) {
    return one.mode() == other.mode()
        && agree(one.pick(), other.pick())
        && agree(one.nullRate(), other.nullRate())
        && agree(one.childless(), other.childless())
        && agree(one.rootShare(), other.rootShare())
        && agree(one.maxDepth(), other.maxDepth());
  }

  private static boolean agree(Optional<?> one, Optional<?> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private void checkMeaning(ForeignKeyStrategy strategy, List<ForeignKey> meant, String path) {
    boolean isPicking =
        strategy.pick().isPresent()
            || strategy.nullRate().isPresent()
            || strategy.childless().isPresent()
            || strategy.rootShare().isPresent()
            || strategy.maxDepth().isPresent();
    if (strategy.mode() == StrategyMode.DISABLE && isPicking) {
      error(
          "invalid_pick",
          path,
          "foreign keys of " + strategy.tableId() + ": are disabled, so that nothing is picked",
          "set mode to respect, or leave pick and shares out");
    }
    boolean isAboutTree = strategy.rootShare().isPresent() || strategy.maxDepth().isPresent();
    if (isAboutTree && meant.stream().noneMatch(k -> k.referenced().equals(strategy.tableId()))) {
      error(
          "invalid_pick",
          path,
          "root_share and max_depth: are for keys of " + strategy.tableId() + " to itself",
          "leave them out, or name such a key");
    }
    boolean isPerParent = strategy.pick().filter(p -> p.kind() == Pick.Kind.PER_PARENT).isPresent();
    if (isPerParent && meant.size() > 1) {
      error(
          "ambiguous_foreign_key",
          path,
          "per_parent: is about one foreign key, " + strategy.tableId() + " has " + names(meant),
          "name one in foreign_key");
    }
  }

  private void checkShares(ForeignKeyStrategy strategy, String path) {
    checkShare(strategy.nullRate(), path + "/null_rate", 1);
    checkShare(strategy.rootShare(), path + "/root_share", 1);
    checkShare(strategy.childless(), path + "/childless", 0.999999);
  }

  private void checkShare(Optional<BigDecimal> share, String path, double most) {
    if (share.filter(s -> s.signum() < 0 || s.doubleValue() > most).isPresent()) {
      error(
          "share_out_of_range",
          path,
          "a share: must be at least 0 and "
              + (most < 1 ? "below 1" : "at most 1")
              + ", was "
              + share.get().toPlainString(),
          "0.1 is every tenth");
    }
  }

  private void check(Target target, RowsPerParent rows, String path) {
    String at = path + "/rows_per_parent";
    new PickCheck(problems, at).check(rows.pick());
    checkShare(rows.childless(), at + "/childless", 0.999999);
    KeyChoice choice = KeyChoice.of(rows, target.schema());
    List<ForeignKey> meant = choice.among(keys(target.id()));
    if (target.rows() != 0) {
      error(
          "rows_given_twice",
          path + "/rows",
          "rows of " + target.id() + ": are given by rows and by rows_per_parent",
          "keep one of the two");
    }
    if (meant.isEmpty()) {
      unknownKey(target.id(), keys(target.id()), choice, at);
    } else if (meant.size() > 1) {
      error(
          "ambiguous_foreign_key",
          at,
          "rows_per_parent of " + target.id() + ": must follow one foreign key of " + names(meant),
          "name one in foreign_key");
    } else {
      checkParent(target, meant.get(0), at);
    }
  }

  private void checkParent(Target target, ForeignKey key, String path) {
    if (target(key.referenced()).isEmpty()) {
      error(
          "parent_not_a_target",
          path,
          "rows_per_parent of "
              + target.id()
              + ": "
              + key.referenced()
              + " must be a target itself",
          "add a target for " + key.referenced());
      return;
    }
    Set<TableId> followed = new HashSet<>();
    Optional<Target> at = Optional.of(target);
    while (at.isPresent() && at.get().rowsPerParent().isPresent()) {
      if (!followed.add(at.get().id())) {
        error(
            "rows_per_parent_circle",
            path,
            "rows_per_parent of " + target.id() + ": follows from itself by way of " + followed,
            "give one of these targets a number of rows");
        return;
      }
      at = parent(at.get());
    }
  }

  private Optional<Target> parent(Target target) {
    return KeyChoice.of(target.rowsPerParent().orElseThrow(), target.schema())
        .one(keys(target.id()))
        .flatMap(key -> target(key.referenced()));
  }

  private Optional<Target> target(TableId id) {
    return plan.targets().stream().filter(target -> target.id().equals(id)).findFirst();
  }

  private List<ForeignKey> keys(TableId id) {
    return schema.table(id).stream().flatMap(table -> table.foreignKeys()).toList();
  }

  private void unknownKey(TableId id, List<ForeignKey> keys, KeyChoice choice, String path) {
    String given =
        choice
            .name()
            .or(() -> choice.referenced().map(TableId::toString))
            .orElseGet(() -> choice.columns().toString());
    error(
        "unknown_foreign_key",
        path,
        "foreign key '" + given + "': " + id + " has none such",
        NearMatch.hint(choice.name().orElse(""), names(keys)));
  }

  private static List<String> names(List<ForeignKey> keys) {
    return keys.stream().map(ForeignKey::name).toList();
  }

  private void error(String code, String path, String message, String hint) {
    problems.add(Problem.error(code, path, message).withHint(hint));
  }
}
