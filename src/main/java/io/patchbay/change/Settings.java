package io.patchbay.change;

import io.patchbay.api.Customization;
import io.patchbay.api.CustomizationText;
import io.patchbay.api.Policies;
import io.patchbay.common.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the settings that an API and a method share: headers, policies, customizations. */
final class Settings {

  private record Limit(String name, Function<Policies, @Nullable Integer> value) {}

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("connectMs", Policies::connectMs),
          new Limit("tlsMs", Policies::tlsMs),
          new Limit("responseMs", Policies::responseMs),
          new Limit("totalMs", Policies::totalMs),
          new Limit("retries", Policies::retries),
          new Limit("maxResponseBytes", Policies::maxResponseBytes));

  private final Findings findings;

  Settings(Findings findings) {
    this.findings = findings;
  }

  /** Header names are compared without case. */
  void headers(Map<String, String> before, Map<String, String> after) {
    Map<String, String> old = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    old.putAll(before);
    Map<String, String> now = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    now.putAll(after);
    now.forEach((name, value) -> {
      if (!old.containsKey(name)) {
        findings.added(
            "headers." + name, Impact.MAYBE, "The header '%s' is sent now.".formatted(name), value);
      }
    });
    old.forEach((name, value) -> {
      if (now.containsKey(name)) {
        findings.changed(
            "headers." + name,
            Impact.MAYBE,
            "The header '%s' is sent with another value.".formatted(name),
            value,
            now.get(name));
      } else {
        findings.removed(
            "headers." + name,
            Impact.MAYBE,
            "The header '%s' is no longer sent.".formatted(name),
            value);
      }
    });
    if (old.equals(now) && !before.equals(after)) {
      findings.changed(
          "headers", Impact.SAFE, "Headers are written in another case.", before, after);
    }
  }

  void policies(@Nullable Policies before, @Nullable Policies after) {
    Policies old = before == null ? Policies.NONE : before;
    Policies now = after == null ? Policies.NONE : after;
    for (Limit limit : LIMITS) {
      Integer was = limit.value().apply(old);
      Integer is = limit.value().apply(now);
      findings.changed(
          "policies." + limit.name(),
          effective(limit, is) < effective(limit, was) ? Impact.MAYBE : Impact.SAFE,
          "The limit '%s' changed from %s to %s.".formatted(limit.name(), spoken(was), spoken(is)),
          was,
          is);
    }
    behaviour(old, now);
  }

  /** What is more than a number. */
  private void behaviour(Policies old, Policies now) {
    findings.changed(
        "policies.retry", Impact.SAFE, "What is retried changed.", old.retry(), now.retry());
    findings.changed(
        "policies.rateLimit",
        Impact.MAYBE,
        "The rate limit changed.",
        old.rateLimit(),
        now.rateLimit());
    findings.changed(
        "policies.circuitBreaker",
        Impact.MAYBE,
        "The circuit breaker changed.",
        old.circuitBreaker(),
        now.circuitBreaker());
    findings.changed(
        "policies.pagination",
        Impact.BREAKING,
        "How pages are fetched changed, and with it the shape of the answer.",
        old.pagination(),
        now.pagination());
  }

  private static int effective(Limit limit, @Nullable Integer value) {
    Integer usual = limit.value().apply(Policies.DEFAULTS);
    return value != null ? value : usual == null ? 0 : usual;
  }

  private static String spoken(@Nullable Integer value) {
    return value == null ? "the usual one" : "%,d".formatted(value);
  }

  /** One by one: those of the same kind and name belong together. */
  void customizations(List<Customization> before, List<Customization> after) {
    var pairs =
        Pairs.of(
            before,
            after,
            List.of(Json::write, one -> one.kind() + " " + one.name(), Customization::kind));
    for (var pair : pairs.matched()) {
      customization(pair.before(), pair.after());
    }
    for (var added : pairs.added()) {
      findings.added(
          where(added),
          Impact.MAYBE,
          "The customization %s is new: it %s."
              .formatted(spoken(added), CustomizationText.of(added)),
          added);
    }
    for (var removed : pairs.removed()) {
      findings.removed(
          where(removed),
          Impact.MAYBE,
          "The customization %s is gone: it %s no more."
              .formatted(spoken(removed), CustomizationText.of(removed)),
          removed);
    }
    if (pairs.reordered()) {
      findings.changed(
          "customizations",
          Impact.MAYBE,
          "The customizations apply in another order.",
          before.stream().map(Settings::spoken).toList(),
          after.stream().map(Settings::spoken).toList());
    }
  }

  private void customization(Customization before, Customization after) {
    var isRenamed = before.withName(null).equals(after.withName(null));
    var was = CustomizationText.of(before);
    var is = CustomizationText.of(after);
    findings.changed(
        where(after),
        isRenamed ? Impact.SAFE : Impact.MAYBE,
        isRenamed
            ? "The customization %s is called %s now.".formatted(spoken(before), spoken(after))
            : was.equals(is)
                ? "The customization %s, which %s, has other values.".formatted(spoken(after), is)
                : "The customization %s %s; before, it %s.".formatted(spoken(after), is, was),
        before,
        after);
  }

  private static String where(Customization one) {
    var name = one.name();
    return "customizations." + (name == null || name.isBlank() ? one.kind() : name);
  }

  private static String spoken(Customization one) {
    var name = one.name();
    return name == null || name.isBlank()
        ? "'%s'".formatted(one.kind())
        : "'%s' (%s)".formatted(name, one.kind());
  }
}
