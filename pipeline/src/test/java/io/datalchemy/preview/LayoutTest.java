package io.datalchemy.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows on a terminal: what a person reads. */
class LayoutTest {
  private static final ValueType TEXT = ValueType.of(TypeFamily.TEXT, "text");
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");

  private final List<ResolvedColumn> columns = new ArrayList<>();

  private LayoutTest with(String name, ValueType type, String value) {
    Parameters params = Parameters.none().with("value", value);
    GeneratorCall call = GeneratorCall.of("primitive.constant", params);
    return with(
        name, type, new ColumnSource.Generated(call, List.of(), 0, new Distinctness.None()));
  }

  private LayoutTest with(String name, ValueType type, ColumnSource source) {
    columns.add(
        new ResolvedColumn(name, type, source, DecidedBy.RULE, "for the test", Optional.empty()));
    return this;
  }

  private LayoutTest withNull(String name) {
    return with(name, TEXT, new ColumnSource.AlwaysNull());
  }

  private SampleRows rows(long of, long first, int count) {
    ResolvedTable table =
        new ResolvedTable("s", "t", of, "for the test", columns, List.of(), List.of(), List.of());
    ResolvedPlan plan =
        new ResolvedPlan(
            ResolvedPlan.CURRENT_VERSION,
            ResolvedPlan.GENERATION_FORMAT,
            BigInteger.ONE,
            LocalDate.EPOCH,
            "pt_BR",
            1000,
            Optional.empty(),
            List.of(table),
            List.of());
    TablePrograms programs = TablePrograms.compile(plan, Generators.builtIn());
    ForeignContext parents = new ComputedForeignContext(programs);
    return new Previewer(programs, parents).rows(table, first, count);
  }

  @Test
  void alignsNumbersRightAndTellsNullFromTexts() {
    SampleRows rows =
        with("id", INT, "7")
            .with("nome", TEXT, "NULL")
            .with("b", TEXT, "")
            .withNull("c")
            .rows(12, 9, 5);

    assertEquals(
        List.of(
            "row  id  nome    b   c",
            "---  --  ------  --  ----",
            "  9   7  \"NULL\"  \"\"  NULL",
            " 10   7  \"NULL\"  \"\"  NULL",
            " 11   7  \"NULL\"  \"\"  NULL"),
        TableLayout.lines(rows, 80));
  }

  @Test
  void foldsWhatIsTooWideAndRepeatsTheRowNumbers() {
    SampleRows rows =
        with("a", TEXT, "0123456789")
            .with("b", TEXT, "0123456789")
            .with("c", INT, "1")
            .rows(1, 0, 9);

    assertEquals(
        List.of(
            "row  a",
            "---  ----------",
            "  0  0123456789",
            "",
            "row  b           c",
            "---  ----------  -",
            "  0  0123456789  1"),
        TableLayout.lines(rows, 20));
    assertEquals(3, TableLayout.lines(rows, 30).size());
    assertEquals(7, TableLayout.lines(rows, 29).size());
  }

  @Test
  void cutsLongValuesInTheTableAloneAndNeverInTheExpandedForm() {
    String text = "x".repeat(60);
    SampleRows rows = with("largo", TEXT, text).rows(1, 0, 1);

    assertEquals("  0  " + "x".repeat(39) + "…", TableLayout.lines(rows, 200).get(2));
    assertEquals("  0  " + "x".repeat(14) + "…", TableLayout.lines(rows, 20).get(2));
    assertEquals(List.of("-- row 0", "largo | " + text), ExpandedLayout.lines(rows));
  }

  @Test
  void namesTheRowsOfTheExpandedForm() {
    SampleRows rows = with("a", INT, "1").withNull("comprido").rows(3, 1, 2);

    assertEquals(
        List.of(
            "-- row 1",
            "a        | 1",
            "comprido | NULL",
            "",
            "-- row 2",
            "a        | 1",
            "comprido | NULL"),
        ExpandedLayout.lines(rows));
  }

  @Test
  void showsTheHeadingsOfATableWithoutRows() {
    SampleRows rows = with("a", INT, "1").rows(0, 0, 3);

    assertEquals(List.of("row  a", "---  -"), TableLayout.lines(rows, 80));
    assertEquals(List.of(), ExpandedLayout.lines(rows));
    assertEquals(List.of("a"), rows.csv());
  }

  @Test
  void writesCsvAsTheFileHasIt() {
    SampleRows rows = with("a,b", TEXT, "x\"y").with("c", TEXT, "").withNull("d").rows(2, 1, 1);

    assertEquals(List.of("\"a,b\",c,d", "\"x\"\"y\",\"\","), rows.csv());
  }

  @Test
  void knowsHowWideATextIs() {
    assertEquals(8, TextCell.plain("São João").width());
    assertEquals(1, TextCell.plain("e\u0303").width());
    assertEquals(4, TextCell.plain("日本").width());
    assertEquals(2, TextCell.plain("😀").width());
    assertEquals(new TextCell("a\\tb\\nc\\u200b", 13), TextCell.plain("a\tb\nc\u200b"));
  }

  @Test
  void cutsBetweenCharacters() {
    assertEquals("日…", TextCell.plain("日本語").cut(4).text());
    assertEquals("日本…", TextCell.plain("日本語").cut(5).text());
    assertEquals("日本語", TextCell.plain("日本語").cut(6).text());
    assertEquals("😀…", TextCell.plain("😀😀").cut(3).text());
  }
}
