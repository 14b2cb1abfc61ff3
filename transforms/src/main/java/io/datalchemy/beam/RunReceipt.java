package io.datalchemy.beam;

import io.datalchemy.beam.shard.TableReceipt;
import java.util.List;

/** What a whole run wrote, tables by id. Its file is there only after every shard is in place. */
public record RunReceipt(List<TableReceipt> tables) {
  /** The file's name within the temporary folder. */
  public static final String FILE_NAME = "receipt.json";

  public RunReceipt {
    tables = List.copyOf(tables);
  }
}
