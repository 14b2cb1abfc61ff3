package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.code.UserFunction;
import java.util.List;
import java.util.function.Predicate;

/** Functions whose text is known, by what must be there before them. */
final class FunctionDdl {
  /** Where the body begins that is text to the server, and is not looked at until it runs. */
  private static final String BODY = "\nAS $";

  private final List<UserFunction> functions;
  private final List<String> views;
  private final List<String> relations;

  FunctionDdl(DatabaseSchema database) {
    this.functions = database.functions();
    this.relations = names(database, kind -> true);
    this.views = names(database, FunctionDdl::isView);
  }

  /** Those that need no relation. */
  List<DependencyOrder.Definition> withTypes() {
    return definitions(definition -> !names(definition, relations));
  }

  /** Those that need a table, and no view. */
  List<DependencyOrder.Definition> withTables() {
    return definitions(definition -> names(definition, relations) && !names(definition, views));
  }

  /** Those that need a view. */
  List<DependencyOrder.Definition> withViews() {
    return definitions(definition -> names(definition, views));
  }

  private List<DependencyOrder.Definition> definitions(
      Predicate<DependencyOrder.Definition> wanted) {
    return functions.stream()
        .flatMap(function -> function.definition().map(text -> of(function, text)).stream())
        .filter(wanted)
        .toList();
  }

  private static DependencyOrder.Definition of(UserFunction function, String definition) {
    String signature = function.arguments() + " " + function.result().orElse("");
    String looked = definition.contains(BODY) ? "" : definition.substring(definition.indexOf('\n'));
    return new DependencyOrder.Definition(
        function.schema(),
        function.name(),
        Preparation.of("function " + function, ListCasts.stable(definition)),
        signature + looked);
  }

  private static boolean names(DependencyOrder.Definition definition, List<String> plainNames) {
    String text = DependencyOrder.plain(definition.text());
    return plainNames.stream().anyMatch(name -> DependencyOrder.names(text, name));
  }

  private static List<String> names(DatabaseSchema database, Predicate<TableKind> wanted) {
    return database.schemas().stream()
        .flatMap(
            schema ->
                schema.tables().stream()
                    .filter(table -> wanted.test(table.kind()))
                    .map(table -> DependencyOrder.plain(schema.name() + "." + table.name())))
        .toList();
  }

  private static boolean isView(TableKind kind) {
    return kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW;
  }
}
