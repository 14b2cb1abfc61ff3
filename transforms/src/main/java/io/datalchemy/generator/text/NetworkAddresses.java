package io.datalchemy.generator.text;

/** Addresses that belong to nobody's host on the public network. */
public final class NetworkAddresses {
  private static final Digits ANY = new Digits(0, 255, 1);
  private static final Digits HOST = new Digits(1, 254, 1);

  private NetworkAddresses() {}

  /**
   * 10.0.0.0/8, private by RFC 1918, or 2001:db8::/32, for documentation by RFC 3849.
   *
   * @param isNetwork whether it is a network with its prefix length instead of a host
   */
  public static Piece inet(boolean isVersion6, boolean isNetwork) {
    if (!isVersion6) {
      return isNetwork
          ? Sequence.of("10.", ANY, ".", ANY, ".0/24")
          : Sequence.of("10.", ANY, ".", ANY, ".", HOST);
    }
    Piece group = HexText.group();
    return isNetwork
        ? Sequence.of("2001:db8:", group, "::/48")
        : Sequence.of("2001:db8:", group, ":", group, "::", group);
  }

  /** Locally administered unicast addresses of six or eight bytes. */
  public static Piece hardware(boolean isLong) {
    Piece two = HexText.oneByte();
    return isLong
        ? Sequence.of("02:", two, ":", two, ":", two, ":", two, ":", two, ":", two, ":", two)
        : Sequence.of("02:", two, ":", two, ":", two, ":", two, ":", two);
  }
}
