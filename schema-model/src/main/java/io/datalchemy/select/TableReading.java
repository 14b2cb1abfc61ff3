package io.datalchemy.select;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a table is for, read from its name and its columns' names. */
public final class TableReading {
  private static final Words WORDS = Words.load();
  private static final int FEW_COLUMNS = 4;
  private static final List<String> THINGS = List.of("@person", "@company", "@product", "@order");
  private static final Set<String> LABELS = Set.of("nome", "descricao", "sigla", "titulo");
  private static final Set<String> OF_ACTORS =
      Set.of(
          "email",
          "telefone",
          "celular",
          "cpf",
          "cnpj",
          "senha",
          "login",
          "usuario",
          "url",
          "token",
          "nascimento",
          "valor",
          "preco",
          "data",
          "criado");

  private TableReading() {}

  /**
   * Whether the table reads as one that others look values up in: by its name, such as states and
   * categories, or because it has a few columns with a label and nothing that speaks of actors.
   */
  public static boolean isLookUp(Table table) {
    List<String> name = WORDS.of(table.name());
    if (holdsAny(name, WORDS.ofClass("@lookup"))) {
      return true;
    }
    List<String> columns =
        table.columns().stream().map(Column::name).flatMap(TableReading::words).toList();
    return table.columns().size() <= FEW_COLUMNS
        && THINGS.stream().noneMatch(thing -> holdsAny(name, WORDS.ofClass(thing)))
        && holdsAny(columns, LABELS)
        && !holdsAny(columns, OF_ACTORS);
  }

  private static Stream<String> words(String column) {
    return WORDS.of(column).stream();
  }

  private static boolean holdsAny(Collection<String> words, Set<String> wanted) {
    return words.stream().anyMatch(wanted::contains);
  }
}
