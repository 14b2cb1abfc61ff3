package io.datalchemy.generator.place;

import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/** One of the 27 states, the Federal District among them. Immutable. */
public final class State {
  private final String name;
  private final byte[] nameBytes;
  private final byte[] abbreviation;
  private final int code;
  private final int taxRegion;

  private State(String name, String abbreviation, int code, int taxRegion) {
    this.name = name;
    this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
    this.abbreviation = abbreviation.getBytes(StandardCharsets.US_ASCII);
    this.code = code;
    this.taxRegion = taxRegion;
  }

  /** Reads {@code São Paulo;SP;35;8}. */
  static State parse(String line) {
    String[] fields = line.split(";", -1);
    return new State(
        fields[0], fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
  }

  String name() {
    return name;
  }

  /** The state's code of two digits by IBGE, with which its cities' codes begin. */
  public int code() {
    return code;
  }

  /** The ninth digit of the CPFs that are issued there. */
  public int taxRegion() {
    return taxRegion;
  }

  /** The two letters as a number that no other state has. */
  int letters() {
    return letters(abbreviation[0], abbreviation[1]);
  }

  /** Two letters as a number, in whatever case. */
  static int letters(int first, int second) {
    return (first & 0x5F) << 8 | (second & 0x5F);
  }

  /** Appends the name. */
  public void putName(ColumnVector out) {
    out.put(nameBytes);
  }

  /** Appends the two letters. */
  public void putAbbreviation(ColumnVector out) {
    out.put(abbreviation);
  }
}
