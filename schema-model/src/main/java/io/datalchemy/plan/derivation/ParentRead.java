package io.datalchemy.plan.derivation;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule whose values come from columns of an ancestor's row: {@code derive.parent_value}, {@code
 * derive.after_parent}, {@code derive.share_of_parent} or {@code derive.stage_passed}.
 *
 * @param names the first key by one of its columns, then the further ones of {@code via}
 * @param ancestor the table that the rule says it leads to, if it says so
 * @param columns the ancestor's columns, in the order in which they are read
 */
public record ParentRead(
    TableId table,
    String column,
    List<String> names,
    Optional<TableId> ancestor,
    List<String> columns) {
  /** The id of the generator that copies a value. */
  public static final String PARENT_VALUE = "derive.parent_value";

  /** The id of the generator of moments after the parent's. */
  public static final String AFTER_PARENT = "derive.after_parent";

  /** The id of the generator that parts an amount of the parent among its children. */
  public static final String SHARE_OF_PARENT = "derive.share_of_parent";

  /** The id of the generator of the stages that led to the parent's. */
  public static final String STAGE_PASSED = "derive.stage_passed";

  private static final List<String> INPUTS_OF =
      List.of(AFTER_PARENT, SHARE_OF_PARENT, STAGE_PASSED);
  private static final List<String> COLUMNS =
      List.of("parent_column", "until_parent_column", "parts_column");

  public ParentRead {
    names = List.copyOf(names);
    columns = List.copyOf(columns);
  }

  /** Whether the generator of that id reads an ancestor's columns. */
  public static boolean isOne(String generatorId) {
    return generatorId.equals(PARENT_VALUE) || isInputOf(generatorId);
  }

  /** Whether the generator of that id computes something out of an ancestor's columns. */
  public static boolean isInputOf(String generatorId) {
    return INPUTS_OF.contains(generatorId);
  }

  /** What the rule reads; empty if it reads no ancestor. */
  public static Optional<ParentRead> of(ColumnGenerator rule) {
    if (!isOne(rule.generator().id())) {
      return Optional.empty();
    }
    Parameters params = rule.effectiveParams();
    List<String> names = new ArrayList<>(params.texts("input_columns").stream().limit(1).toList());
    names.addAll(params.texts("via"));
    List<String> columns = COLUMNS.stream().flatMap(name -> params.text(name).stream()).toList();
    Optional<TableId> ancestor =
        params
            .text("parent_schema")
            .flatMap(s -> params.text("parent_table").map(t -> new TableId(s, t)));
    return Optional.of(new ParentRead(rule.tableId(), rule.column(), names, ancestor, columns));
  }

  /** The keys that lead to the ancestor. */
  public KeyPath path(Function<TableId, List<ForeignKey>> keysOf) {
    return KeyPath.follow(table, names, ancestor, keysOf);
  }
}
