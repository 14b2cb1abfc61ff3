package io.datalchemy.run;

import io.datalchemy.schema.TableId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The file names of a run's tables: safe on every disk, and no two alike even where case is not
 * told apart.
 *
 * <p>A name is {@code <schema>.<table>.csv}, or {@code <schema>.<table>-00000-of-00004.csv} for a
 * table of several shards. Bytes of a name's UTF-8 outside {@code [A-Za-z0-9_-]} are written {@code
 * %XX}; so are the upper-case letters of a name that differs from another table's in case alone,
 * and the hyphens of a table name that ends like a shard number. A stem of more than 180 characters
 * is cut there and ends in {@code ~} and the first 16 hexadecimal digits of its SHA-256. The
 * manifest maps tables to files, so nobody needs to read a name back.
 */
public final class ShardNames {
  private static final int MAX_STEM = 180;
  private static final Pattern SHARD_SUFFIX = Pattern.compile("-\\d+-of-\\d+$");

  private final SortedMap<TableId, String> stems;

  private ShardNames(SortedMap<TableId, String> stems) {
    this.stems = stems;
  }

  /** Names for all tables of a schema, whether they are part of the run or not. */
  public static ShardNames of(Collection<TableId> tables) {
    Map<String, Integer> seen = new HashMap<>();
    TreeSet<TableId> distinct = new TreeSet<>(tables);
    for (TableId table : distinct) {
      seen.merge(folded(table), 1, Integer::sum);
    }
    SortedMap<TableId, String> stems = new TreeMap<>();
    for (TableId table : distinct) {
      stems.put(table, stem(table, seen.get(folded(table)) > 1));
    }
    return new ShardNames(stems);
  }

  /** The name of one shard's file, counted from 0. */
  public String file(TableId table, int shard, int shardCount) {
    String stem = stems.get(table);
    if (stem == null) {
      throw new IllegalArgumentException(table + ": is not among the named tables");
    }
    if (shard < 0 || shard >= shardCount) {
      throw new IllegalArgumentException(
          "shard: must be within 0 and " + (shardCount - 1) + ", was " + shard);
    }
    return shardCount == 1
        ? stem + ".csv"
        : String.format(Locale.ROOT, "%s-%05d-of-%05d.csv", stem, shard, shardCount);
  }

  /** The name of the file that holds the keys of a table whose rows stay. */
  public String keyFile(TableId table) {
    String csv = file(table, 0, 1);
    return csv.substring(0, csv.length() - ".csv".length()) + ".avro";
  }

  private static String folded(TableId table) {
    return table.toString().toLowerCase(Locale.ROOT);
  }

  private static String stem(TableId table, boolean encodeUpperCase) {
    boolean encodeHyphens = SHARD_SUFFIX.matcher(table.table()).find();
    String stem =
        encode(table.schema(), encodeUpperCase, false)
            + "."
            + encode(table.table(), encodeUpperCase, encodeHyphens);
    return stem.length() <= MAX_STEM
        ? stem
        : stem.substring(0, MAX_STEM) + "~" + sha256(stem).substring(0, 16);
  }

  private static String encode(String name, boolean encodeUpperCase, boolean encodeHyphens) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || (c >= 'A' && c <= 'Z' && !encodeUpperCase)
              || (c == '-' && !encodeHyphens);
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
