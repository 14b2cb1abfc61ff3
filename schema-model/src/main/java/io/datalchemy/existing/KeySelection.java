package io.datalchemy.existing;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tables whose keys are to be read, as {@code --keys} names them.
 *
 * <p>The grammar, with blanks allowed between its parts:
 *
 * <pre>{@code
 * selection = table { "," table }
 * table     = [ name "." ] ( name | "*" ) [ "(" name { "," name } ")" ]
 * name      = plain | quoted
 * plain     = characters other than . , ( ) " * , without blanks at its ends
 * quoted    = '"' any characters, '"' doubled '"'
 * }</pre>
 *
 * <p>Names are taken as the catalogue spells them, quoted or not: nothing is folded to lower case.
 */
public record KeySelection(List<Named> tables) {
  public KeySelection {
    tables = List.copyOf(tables);
  }

  /**
   * One table, or all of a schema.
   *
   * @param schema empty if the table's name alone is given
   * @param table empty for all tables of the schema
   * @param columns further columns to read
   */
  public record Named(Optional<String> schema, Optional<String> table, List<String> columns) {
    public Named {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      columns = List.copyOf(columns);
    }

    /** One table by its full name. */
    public static Named of(TableId id, List<String> columns) {
      return new Named(Optional.of(id.schema()), Optional.of(id.table()), columns);
    }

    /** The words for people. */
    @Override
    public String toString() {
      return schema.map(s -> s + ".").orElse("") + table.orElse("*");
    }
  }

  /**
   * Reads texts, each a selection.
   *
   * @throws InvalidInputException if one does not follow the grammar
   */
  public static KeySelection parse(List<String> texts) {
    List<Named> tables = new ArrayList<>();
    texts.forEach(text -> tables.addAll(new KeySelectionParser(text).parse()));
    return new KeySelection(tables);
  }
}
