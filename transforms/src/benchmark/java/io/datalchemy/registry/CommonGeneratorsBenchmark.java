package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Values a second of the common generators, on one thread, drawn block by block as a run does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CommonGeneratorsBenchmark {
  private static final int ROWS = 8192;

  @Param({
    "semantic.br.name",
    "semantic.br.email.safe",
    "semantic.br.cpf",
    "semantic.br.cnpj",
    "semantic.br.phone",
    "semantic.br.address",
    "semantic.br.cep",
    "semantic.br.money.brl",
    "primitive.date",
    "primitive.uuid",
    "primitive.int",
    "primitive.decimal.numeric",
    "primitive.enum",
    "faker.job.raw.Title",
    "faker.address.raw.CountryName",
    "faker.creditcard.raw.CreditCardNumber",
    "faker.lorem.raw.Sentence",
  })
  private String id;

  private final RowSet rows = new RowSet(ROWS);
  private long firstRow;
  private long key;
  private ValueGenerator generator;
  private ColumnVector out;

  /** Makes the generator for the column that shows what it is for. */
  @Setup
  public void makeGenerator() {
    Generators generators = Generators.builtIn();
    GeneratorDeclaration declaration = generators.generator(id).orElseThrow();
    ValueType type = SampleCalls.type(declaration);
    GeneratorCall call = SampleCalls.of(declaration, type);
    generator = generators.create(call, type, List.of(), false);
    out = new ColumnVector(type, ROWS);
    key = CellRandom.key(42, id);
  }

  /** One block of rows. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public ColumnVector fill() {
    out.reset();
    generator.fill(new Cells(key, rows.setRange(firstRow, ROWS), List.of()), out);
    firstRow += ROWS;
    return out;
  }
}
