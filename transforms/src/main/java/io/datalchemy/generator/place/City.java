package io.datalchemy.generator.place;

import io.datalchemy.generator.text.Utf8;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/** One municipality. Immutable. */
public final class City {
  /** 001 to 899: those from 900 on are kept for large receivers, boxes and offices of Correios. */
  private static final int STREET_SUFFIXES = 899;

  private static final int SUFFIXES = 1000;

  private final String name;
  private final byte[] nameBytes;
  private final int code;
  private final State state;
  private final int areaCode;
  private final int inhabitants;
  private final int latitude;
  private final int longitude;
  private final int[] firstPrefixes;
  private final int[] lastPrefixes;
  private final int prefixCount;

  private City(String[] fields, State state) {
    code = Integer.parseInt(fields[0]);
    name = fields[1];
    nameBytes = name.getBytes(StandardCharsets.UTF_8);
    this.state = state;
    areaCode = Integer.parseInt(fields[2]);
    inhabitants = Integer.parseInt(fields[3]);
    latitude = (int) Math.round(Double.parseDouble(fields[4]) * 100);
    longitude = (int) Math.round(Double.parseDouble(fields[5]) * 100);
    String[] ranges = fields[6].split(",", -1);
    firstPrefixes = new int[ranges.length];
    lastPrefixes = new int[ranges.length];
    int count = 0;
    for (int k = 0; k < ranges.length; k++) {
      firstPrefixes[k] = Integer.parseInt(ranges[k], 0, 5, 10);
      lastPrefixes[k] = Integer.parseInt(ranges[k], 6, 11, 10);
      count += lastPrefixes[k] - firstPrefixes[k] + 1;
    }
    prefixCount = count;
  }

  /** Reads a line of the list of municipalities, in its state. */
  static City parse(String[] fields, State state) {
    return new City(fields, state);
  }

  String name() {
    return name;
  }

  /** The municipality's code of seven digits by IBGE. */
  public int code() {
    return code;
  }

  /** The state that it lies in. */
  public State state() {
    return state;
  }

  /** The area code (DDD) of its phones. */
  public int areaCode() {
    return areaCode;
  }

  int inhabitants() {
    return inhabitants;
  }

  /** The latitude of its seat in hundredths of a degree. */
  public int latitude() {
    return latitude;
  }

  /** The longitude of its seat in hundredths of a degree. */
  public int longitude() {
    return longitude;
  }

  int ranges() {
    return firstPrefixes.length;
  }

  int firstPrefix(int range) {
    return firstPrefixes[range];
  }

  int lastPrefix(int range) {
    return lastPrefixes[range];
  }

  /** The CEP that those bits draw within the city, as a number of up to eight digits. */
  public int cep(long bits) {
    long place = CellRandom.below(bits, (long) prefixCount * STREET_SUFFIXES);
    int prefix = (int) (place / STREET_SUFFIXES);
    int range = 0;
    while (prefix > lastPrefixes[range] - firstPrefixes[range]) {
      prefix -= lastPrefixes[range] - firstPrefixes[range] + 1;
      range++;
    }
    return (firstPrefixes[range] + prefix) * SUFFIXES + 1 + (int) (place % STREET_SUFFIXES);
  }

  /** Appends the name, or as many of its first characters as there is room for. */
  public void putName(int room, ColumnVector out) {
    int bytes = Utf8.prefix(nameBytes, 0, nameBytes.length, room);
    while (nameBytes[bytes - 1] == ' ') {
      bytes--;
    }
    out.put(nameBytes, 0, bytes);
  }
}
