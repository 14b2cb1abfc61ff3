package io.datalchemy.pipeline.capture;

import com.fasterxml.jackson.core.type.TypeReference;
import io.datalchemy.beam.element.JsonCoder;
import io.datalchemy.beam.keys.KeyBlockBuilder;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.beam.sdk.io.jdbc.JdbcIO;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads the keys of one table from a snapshot, partition by partition, as block number and Avro
 * block. An element is a block and not a row, so that memory stays flat.
 */
final class ReadKeyBlocks extends PTransform<PBegin, PCollection<KV<Long, byte[]>>> {
  private final String snapshot;
  private final KeyQuery query;
  private final List<KeyPartition> partitions;

  ReadKeyBlocks(String snapshot, KeyQuery query, List<KeyPartition> partitions) {
    this.snapshot = snapshot;
    this.query = query;
    this.partitions = List.copyOf(partitions);
  }

  @Override
  public PCollection<KV<Long, byte[]>> expand(PBegin begin) {
    return begin
        .apply("Key partitions", Create.of(partitions).withCoder(JsonCoder.of(KeyPartition.class)))
        .apply("Spread partitions", Reshuffle.viaRandomKey())
        .apply(
            "Read partitions",
            JdbcIO.<KeyPartition, KV<Long, byte[]>>readAll()
                .withDataSourceProviderFn(SnapshotSource.provider(snapshot))
                .withQuery(query.range())
                .withParameterSetter(ReadKeyBlocks::setParameters)
                .withRowMapper(BlockMapper.of(query))
                .withFetchSize(KeyBlockBuilder.ROWS)
                .withOutputParallelization(false));
  }

  private static void setParameters(KeyPartition partition, PreparedStatement statement)
      throws SQLException {
    int place = 1;
    statement.setLong(place++, partition.firstRow());
    for (String text : partition.from()) {
      statement.setString(place++, text);
    }
    statement.setLong(place, partition.rows());
  }

  /** Makes a block of the row that JdbcIO is at and of those that follow it. */
  private record BlockMapper(String table, String columnsJson, Blocks blocks)
      implements JdbcIO.RowMapper<KV<Long, byte[]>> {

    static BlockMapper of(KeyQuery query) {
      String columns = new String(Json.canonical(query.columns()), StandardCharsets.UTF_8);
      return new BlockMapper(query.keys().table().toString(), columns, new Blocks());
    }

    @Override
    public KV<Long, byte[]> mapRow(ResultSet row) throws SQLException, IOException {
      KeyBlockBuilder builder = blocks.of(table, columnsJson);
      long number = (row.getLong(1) + row.getRow() - 1) / KeyBlockBuilder.ROWS;
      int columns = row.getMetaData().getColumnCount() - 1;
      boolean isFull;
      do {
        for (int i = 0; i < columns; i++) {
          builder.set(i, row.getString(i + 2));
        }
        isFull = builder.endRow();
      } while (!isFull && row.next());
      return KV.of(number, builder.take());
    }
  }

  /** The builder of one worker's copy of the mapper, made at its first row. */
  private static final class Blocks implements java.io.Serializable {
    private transient KeyBlockBuilder builder;

    KeyBlockBuilder of(String table, String columnsJson) throws IOException {
      if (builder == null) {
        List<ExistingColumn> columns =
            Json.mapper().readValue(columnsJson, new TypeReference<List<ExistingColumn>>() {});
        builder = new KeyBlockBuilder(table, columns);
      }
      return builder;
    }
  }
}
