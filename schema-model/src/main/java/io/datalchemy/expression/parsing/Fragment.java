package io.datalchemy.expression.parsing;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Case;
import io.datalchemy.expression.Expression.Compare;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A part of a text that opens and closes, its flat pieces parted by commas or keywords. */
final class Fragment {
  enum Kind {
    GROUP,
    CALL,
    ARRAY,
    CASE
  }

  private final Kind kind;
  private final String name;
  private final List<String> separators = new ArrayList<>(List.of(""));
  private final List<StringBuilder> pieces = new ArrayList<>(List.of(new StringBuilder()));

  Fragment(Kind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  /** {@code any} or {@code all} if the fragment is the array of a quantified comparison. */
  String quantifier() {
    return switch (name) {
      case "any", "some" -> "any";
      case "all" -> "all";
      default -> "";
    };
  }

  void append(String sql) {
    StringBuilder piece = pieces.get(pieces.size() - 1);
    boolean joined = piece.length() == 0 || sql.startsWith("::");
    piece.append(joined ? "" : " ").append(sql);
  }

  void separate(String separator) {
    separators.add(separator);
    pieces.add(new StringBuilder());
  }

  Expression close(Function<String, Expression> reader) {
    return switch (kind) {
      case GROUP ->
          name.equals("in") ? new Expression.ArrayOf(commaSeparated(reader)) : only(reader);
      case ARRAY -> new Expression.ArrayOf(commaSeparated(reader));
      case CASE -> choice(reader);
      case CALL -> quantifier().isEmpty() ? call(reader) : only(reader);
    };
  }

  private Expression only(Function<String, Expression> reader) {
    if (pieces.size() != 1) {
      throw new UnsupportedExpressionException("a row of several values is not understood");
    }
    return reader.apply(pieces.get(0).toString());
  }

  private List<Expression> commaSeparated(Function<String, Expression> reader) {
    if (pieces.size() == 1 && pieces.get(0).length() == 0) {
      return List.of();
    }
    return pieces.stream().map(piece -> reader.apply(piece.toString())).toList();
  }

  private Expression call(Function<String, Expression> reader) {
    return switch (name) {
      case "extract" -> extract(reader);
      case "position" -> position(reader);
      case "trim" -> trim(reader);
      case "similar_escape" -> similar(reader);
      default -> new Call(name, commaSeparated(reader));
    };
  }

  private Expression extract(Function<String, Expression> reader) {
    Expression field = reader.apply(piece(0));
    String name = field instanceof Expression.Column column ? column.name() : text(field);
    return Call.of("extract", new Expression.Text(name), reader.apply(piece(1)));
  }

  private static String text(Expression field) {
    if (field instanceof Expression.Text text) {
      return text.value();
    }
    throw new UnsupportedExpressionException("the field of EXTRACT is not understood");
  }

  private Expression position(Function<String, Expression> reader) {
    Expression first = reader.apply(piece(0));
    Expression second = reader.apply(piece(1));
    boolean worded = separators.get(1).equals("IN");
    return worded ? Call.of("strpos", second, first) : Call.of("strpos", first, second);
  }

  /** {@code [BOTH|LEADING|TRAILING] [characters] FROM text}. */
  private Expression trim(Function<String, Expression> reader) {
    String function =
        separators.contains("LEADING")
            ? "ltrim"
            : separators.contains("TRAILING") ? "rtrim" : "btrim";
    List<Expression> parts =
        pieces.stream()
            .map(StringBuilder::toString)
            .filter(piece -> !piece.isEmpty())
            .map(reader)
            .toList();
    return parts.size() == 2
        ? Call.of(function, parts.get(1), parts.get(0))
        : new Call(function, parts);
  }

  /** SIMILAR TO as PostgreSQL 12 prints it: with the escape character, NULL for the usual one. */
  private Expression similar(Function<String, Expression> reader) {
    List<Expression> arguments = commaSeparated(reader);
    boolean usual =
        arguments.size() == 2
            && arguments.get(1) instanceof Expression.Cast cast
            && cast.operand() instanceof Expression.Null;
    return new Call("similar_to_escape", usual ? arguments.subList(0, 1) : arguments);
  }

  private String piece(int index) {
    if (pieces.size() <= index) {
      throw new UnsupportedExpressionException(name + " lacks an argument");
    }
    return pieces.get(index).toString();
  }

  private Expression choice(Function<String, Expression> reader) {
    String subject = piece(0);
    List<Case.Branch> branches = new ArrayList<>();
    Expression otherwise = new Expression.Null();
    for (int i = 1; i < pieces.size(); i++) {
      Expression value = reader.apply(piece(i));
      if (separators.get(i).equals("ELSE")) {
        otherwise = value;
      } else {
        Expression condition =
            subject.isEmpty() ? value : new Compare(reader.apply(subject), Comparison.EQUAL, value);
        branches.add(new Case.Branch(condition, reader.apply(piece(++i))));
      }
    }
    return new Case(branches, otherwise);
  }
}
