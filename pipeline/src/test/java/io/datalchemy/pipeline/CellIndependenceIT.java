package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every cell of the sample is the same computed alone, in a range, or beside other tables. */
class CellIndependenceIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final long ROWS = 60;
  private static final Generators GENERATORS = Generators.builtIn().forPlan("pt_BR", AS_OF);

  @Test
  void aCellAloneEqualsTheCellInARange() throws SQLException {
    SampleDatabase.create(TestServer.get(), "cell_independence");
    DatabaseSchema schema = TestServer.schema("cell_independence");
    TablePrograms programs = programs(schema);
    int cells = 0;
    for (ResolvedTable table : programs.plan().tables()) {
      TableProgram program = programs.program(table.id());
      List<String> names = program.writtenColumns().stream().map(ResolvedColumn::name).toList();
      Map<String, List<String>> range = texts(programs, table.id(), names, 0, (int) table.rows());
      for (String name : names) {
        for (int row = 0; row < table.rows(); row += 7) {
          List<String> alone = texts(programs, table.id(), List.of(name), row, 1).get(name);
          assertEquals(List.of(range.get(name).get(row)), alone, table.id() + "." + name);
          cells++;
        }
      }
    }
    assertTrue(cells > 1000, "cells compared: " + cells);
  }

  @Test
  void aNewTableAndANewColumnLeaveOtherCellsAsTheyAre() throws SQLException {
    SampleDatabase.create(TestServer.get(), "cell_additions");
    Map<String, List<String>> before = all(TestServer.schema("cell_additions"));
    try (Connection connection = TestServer.get().connect("cell_additions");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE public.aaa_new (id integer PRIMARY KEY, name text)");
      for (TableId table : TestServer.schema("cell_additions").tableIds().toList()) {
        if (!table.table().equals("aaa_new")
            && TestServer.schema("cell_additions").table(table).orElseThrow().holdsRows()) {
          statement.execute(
              "ALTER TABLE \""
                  + table.schema()
                  + "\".\""
                  + table.table()
                  + "\" ADD COLUMN zzz_new integer");
        }
      }
    }
    Map<String, List<String>> after = all(TestServer.schema("cell_additions"));
    assertTrue(after.size() > before.size());
    after.keySet().retainAll(before.keySet());
    assertEquals(before, after);
  }

  private static Map<String, List<String>> all(DatabaseSchema schema) {
    TablePrograms programs = programs(schema);
    Map<String, List<String>> found = new TreeMap<>();
    for (ResolvedTable table : programs.plan().tables()) {
      List<String> names =
          programs.program(table.id()).writtenColumns().stream().map(ResolvedColumn::name).toList();
      texts(programs, table.id(), names, 0, (int) table.rows())
          .forEach((name, values) -> found.put(table.id() + "." + name, values));
    }
    return found;
  }

  private static TablePrograms programs(DatabaseSchema schema) {
    ProposalRequest request = ProposalRequest.of(ROWS, BigInteger.ONE, AS_OF);
    GenerationPlan plan =
        new PlanProposer(GENERATORS, ResolvedCapacity.of(schema, request, GENERATORS))
            .propose(schema, request)
            .plan();
    ResolvedPlan resolved =
        PlanResolver.resolve(new ResolutionRequest(plan, schema, GENERATORS, Overfull.REFUSE))
            .orThrow();
    return TablePrograms.compile(resolved, GENERATORS);
  }

  private static Map<String, List<String>> texts(
      TablePrograms programs, TableId table, List<String> names, int first, int count) {
    TableProgram program = programs.program(table);
    RowBlock block = program.newBlock(names, count);
    block.rows().setRange(first, count);
    program.fill(block, new ComputedForeignContext(programs));
    Map<String, List<String>> texts = new TreeMap<>();
    for (String name : names) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        LineBuffer line = new LineBuffer();
        CsvEncoder.encode(List.of(block.column(name)), i, line);
        values.add(line.text());
      }
      texts.put(name, values);
    }
    return texts;
  }
}
