package io.patchbay.http;

import io.patchbay.common.StartUpRefused;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses calls may reach: the public internet, and what the administrator allowed. Decides
 * on the address of the connection itself, so that no spelling and no name server gets round it.
 */
public final class EgressPolicy {

  private static final int FIRST_FREE_PORT = 1024;

  private final List<EgressRule> settings;
  private volatile List<EgressRule> given = List.of();
  private volatile int ownPort;

  private EgressPolicy(List<EgressRule> settings) {
    this.settings = List.copyOf(settings);
  }

  /**
   * Reads the operator's list.
   *
   * @param allow entries such as {@code host:port} or {@code 10.1.0.0/16:*}, comma-separated
   * @throws StartUpRefused when an entry cannot be read
   */
  public static EgressPolicy of(String allow) {
    return new EgressPolicy(
        Arrays.stream(allow.split(","))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(EgressPolicy::setting)
            .toList());
  }

  private static EgressRule setting(String entry) {
    try {
      return EgressRule.parse(entry);
    } catch (IllegalArgumentException e) {
      throw new StartUpRefused("PATCHBAY_EGRESS_ALLOW: " + e.getMessage(), e);
    }
  }

  /** What the operator's settings allow. */
  List<EgressRule> settings() {
    return settings;
  }

  /**
   * Takes the rules that administrators gave in place of those before.
   *
   * @return whether one of those before is gone, so that connections may be open that none allows
   */
  boolean give(List<EgressRule> rules) {
    var before = given;
    given = List.copyOf(rules);
    return !given.containsAll(before);
  }

  /** Lets calls reach this server itself by its loopback address, for the sample API. */
  public void allowOwnServer(int port) {
    ownPort = port;
  }

  /** Why a connection must not be made, with what to do about it; empty when it may. */
  Optional<String> refusal(String host, InetSocketAddress target) {
    var address = target.getAddress();
    if (address == null) {
      return Optional.of("The address of %s is not known.".formatted(host));
    }
    var port = target.getPort();
    var special = AddressClass.of(address);
    var reason =
        special
            .map(AddressClass::name)
            .or(() -> isUsualPort(port) ? Optional.empty() : Optional.of("reserved port"));
    var mayBeNamed = special.map(AddressClass::mayBeNamed).orElse(true);
    if (reason.isEmpty() || allowed(host, address, port, mayBeNamed)) {
      return Optional.empty();
    }
    var shown = address.getHostAddress();
    var literal = shown.indexOf(':') >= 0 ? "[" + shown + "]" : shown;
    return Optional.of(
        "The egress guard refused %s:%d (%s). If calls shall go there, an administrator allows %s:%d under Team, Outbound, or in PATCHBAY_EGRESS_ALLOW."
            .formatted(literal, port, reason.get(), mayBeNamed ? host : literal, port));
  }

  private boolean allowed(String host, InetAddress address, int port, boolean mayBeNamed) {
    if (ownPort != 0 && port == ownPort && address.isLoopbackAddress()) {
      return true;
    }
    var name = host.toLowerCase(Locale.ROOT);
    return Stream.concat(settings.stream(), given.stream())
        .anyMatch(rule -> rule.allows(name, address, port, mayBeNamed));
  }

  private static boolean isUsualPort(int port) {
    return port == 80 || port == 443 || port >= FIRST_FREE_PORT;
  }
}
