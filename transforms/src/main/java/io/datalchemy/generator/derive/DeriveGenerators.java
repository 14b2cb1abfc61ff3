package io.datalchemy.generator.derive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.BOOLEAN;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.COLUMNS;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.LIST;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.type.TypeFamily;
import java.util.Arrays;
import java.util.List;

/** The {@code derive.*} generators. */
public final class DeriveGenerators implements GeneratorProvider {
  private static final String INPUTS = "input_columns";

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        new OrderedFactory(),
        after("derive.updated_after_created", "A moment at or after that of another column", 90)
            .made(request -> AfterInput.generator(request, false, 90)),
        after("derive.end_after_start", "A moment after that of another column", 30)
            .made(request -> AfterInput.generator(request, true, 30)),
        DeclarationBuilder.of("derive.email_from_name", "An e-mail address made of a name")
            .required(INPUTS, COLUMNS, "The column of the name")
            .withDefault("domain", TEXT, "example.com", "What stands behind the @")
            .withDefault(
                "digits", INTEGER, "0", "Letters and digits behind the name where it is unique")
            .within(0, 11)
            .pii("email")
            .made(EmailFromName::generator),
        DeclarationBuilder.of("derive.money_total", "Price times quantity, less a discount")
            .required(INPUTS, COLUMNS, "The columns of price and quantity, and of the discount")
            .produces(TypeFamily.DECIMAL, TypeFamily.INTEGER, TypeFamily.FLOAT)
            .made(MoneyTotal::generator),
        DeclarationBuilder.of("derive.same", "The value of another column, in this one's type")
            .required(INPUTS, COLUMNS, "The column to copy")
            .produces(notOther())
            .made(SameGenerator::generator),
        DeclarationBuilder.of("derive.fk", "The key of a parent's row")
            .optional(INPUTS, COLUMNS, "Not needed")
            .produces(TypeFamily.values())
            .made(request -> fromForeignKey("derive.fk")),
        DeclarationBuilder.of("derive.parent_value", "A column of the parent's row")
            .required(INPUTS, COLUMNS, "The column of the foreign key")
            .optional("via", LIST, "Further foreign keys, by name or column, that lead further up")
            .required("parent_schema", TEXT, "The parent's schema")
            .required("parent_table", TEXT, "The parent's table")
            .required("parent_column", TEXT, "The parent's column")
            .produces(TypeFamily.values())
            .made(request -> fromForeignKey("derive.parent_value")),
        DeclarationBuilder.of("derive.child_number", "The row's place among the rows of its parent")
            .required(INPUTS, COLUMNS, "The column of the foreign key")
            .withDefault("start", INTEGER, "1", "The number of each parent's first row")
            .produces(TypeFamily.INTEGER, TypeFamily.DECIMAL)
            .made(request -> fromForeignKey("derive.child_number")),
        DeclarationBuilder.of(
                "derive.share_of_parent", "An even part of an amount of the parent, exact in sum")
            .required(INPUTS, COLUMNS, "The column of the foreign key")
            .optional("via", LIST, "Further foreign keys, by name or column, that lead further up")
            .optional("parent_schema", TEXT, "The parent's schema")
            .optional("parent_table", TEXT, "The parent's table")
            .required("parent_column", TEXT, "The parent's column of the amount")
            .required("parts_column", TEXT, "The parent's column of the number of parts")
            .required("number", COLUMNS, "The column that numbers the parts, from 1")
            .produces(TypeFamily.INTEGER, TypeFamily.DECIMAL)
            .made(ShareOfParent::generator),
        afterParent().made(AfterParent::generator),
        RollUpGenerators.count(),
        RollUpGenerators.sum(),
        RollUpGenerators.extreme("derive.children_min", "The smallest value"),
        RollUpGenerators.extreme("derive.children_max", "The largest value"));
  }

  private static DeclarationBuilder afterParent() {
    return distances(
            DeclarationBuilder.of("derive.after_parent", "A moment at or after the parent's")
                .required(INPUTS, COLUMNS, "The column of the foreign key")
                .optional(
                    "via", LIST, "Further foreign keys, by name or column, that lead further up")
                .optional("parent_schema", TEXT, "The parent's schema")
                .optional("parent_table", TEXT, "The parent's table")
                .required("parent_column", TEXT, "The parent's column of the earlier moment")
                .optional("until_parent_column", TEXT, "The parent's column of the latest moment")
                .withDefault(
                    "without_parent", TEXT, "null", "What rows without a parent get: null or plain")
                .optional("steps", COLUMNS, "The column that counts steps from the parent's moment")
                .optional("step_months", INTEGER, "How many months a step has")
                .optional("step_days", INTEGER, "How many days a step has")
                .optional("step_seconds", INTEGER, "How many seconds a step has")
                .withDefault(
                    "step_origin", INTEGER, "0", "The number that lies at the parent's moment")
                .withDefault(
                    "business_days",
                    BOOLEAN,
                    "false",
                    "Moves on to a day on which Brazil's banks open, as far as the end allows"),
            AfterParent.DEFAULT_DAYS)
        .produces(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ);
  }

  private static DeclarationBuilder after(String id, String summary, int days) {
    return distances(
            DeclarationBuilder.of(id, summary)
                .required(INPUTS, COLUMNS, "The column of the earlier moment"),
            days)
        .produces(TypeFamily.DATE, TypeFamily.TIME, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ);
  }

  private static DeclarationBuilder distances(DeclarationBuilder declaration, int days) {
    return declaration
        .optional("min_seconds", INTEGER, "How many seconds later at least")
        .optional("max_seconds", INTEGER, "How many seconds later at most")
        .withDefault("max_days", INTEGER, Integer.toString(days), "How many days later at most");
  }

  private static TypeFamily[] notOther() {
    return Arrays.stream(TypeFamily.values())
        .filter(family -> family != TypeFamily.OTHER)
        .toArray(TypeFamily[]::new);
  }

  private static io.datalchemy.generator.ValueGenerator fromForeignKey(String id) {
    throw new IllegalArgumentException(
        id + " takes its value from a foreign key of the table; this column has none that fits");
  }
}
