package io.patchbay.api;

import io.patchbay.api.EffectiveCall.Level;
import io.patchbay.api.EffectiveCall.Node;
import io.patchbay.api.EffectiveCall.Part;
import io.patchbay.api.EffectiveCall.Subject;
import io.patchbay.credential.Auth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects what a call takes from elsewhere, and marks what does not hold any more. */
final class EffectiveParts {

  /** As calls send them where nobody says anything. */
  private static final Map<String, String> USUAL_HEADERS =
      new TreeMap<>(
          Map.of(
              "Accept", "application/json, */*;q=0.8",
              "Accept-Encoding", "gzip, deflate",
              "User-Agent", "Patchbay/1.0"));

  private final Api api;
  private final ApiMethod method;
  private final EffectiveApi settings;
  private final List<Placed> customizations = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  EffectiveParts(Api api, ApiMethod method, EffectiveApi settings, List<Node> nodes) {
    this.api = api;
    this.method = method;
    this.settings = settings;
    api.customizations().forEach(one -> customizations.add(placed(one, Level.API)));
    method.customizations().forEach(one -> customizations.add(placed(one, Level.METHOD)));
    nodes.forEach(node ->
        customizations.add(
            new Placed(node.customization(), Level.FLOW, node.step(), node.label())));
  }

  List<Part> all() {
    address();
    headers();
    auth();
    certificate();
    policies();
    for (var one : customizations) {
      if (one.customization() != null) {
        add(
            one.part(
                Subject.CUSTOMIZATION, one.label(), CustomizationText.of(one.customization())));
      }
    }
    return parts;
  }

  private void address() {
    var own = method.baseUrl();
    var url = settings.baseUrl();
    add(part(Subject.ADDRESS, "baseUrl", text(url.value()), level(url.from())));
    if (own != null) {
      override(part -> part.subject() == Subject.ADDRESS);
      add(part(Subject.ADDRESS, "baseUrl", own, Level.METHOD));
    }
  }

  private void headers() {
    USUAL_HEADERS.forEach((name, value) -> header(name, value, Level.PATCHBAY));
    api.headers().forEach((name, value) -> header(name, value, Level.API));
    method.headers().forEach((name, value) -> header(name, value, Level.METHOD));
    for (var one : customizations) {
      if (one.customization() instanceof Customization.Headers headers) {
        headers.remove().forEach(this::overrideHeader);
        headers.set().keySet().forEach(this::overrideHeader);
      }
    }
  }

  private void header(String name, String value, Level level) {
    overrideHeader(name);
    add(part(Subject.HEADER, name, value, level));
  }

  private void overrideHeader(String name) {
    override(part -> part.subject() == Subject.HEADER && part.name().equalsIgnoreCase(name));
  }

  private void auth() {
    var credential = settings.credential();
    if (method.isWithoutAuth()) {
      add(part(Subject.AUTH, "none", "without authentication", Level.METHOD));
    } else if (api.auth().needsCredential()) {
      add(
          part(
              Subject.AUTH, api.auth().kind(), text(credential.value()), level(credential.from())));
    }
    var now = method.isWithoutAuth() ? new Auth.None() : api.auth();
    for (var one : customizations) {
      if (one.customization() instanceof Customization.Credential other
          && !(one.level() == Level.API && method.isWithoutAuth())) {
        override(part -> part.subject() == Subject.AUTH);
        now = EffectiveAuth.after(now, other);
        add(one.part(Subject.AUTH, now.kind(), text(other.credential())));
      }
    }
  }

  private void certificate() {
    var there = settings.certificate();
    var level = level(there.from());
    var shown =
        level == Level.ENVIRONMENT
            ? Optional.ofNullable(there.value())
            : api.certificateName(); // of the version that is called
    shown.ifPresent(name -> add(part(Subject.CERTIFICATE, "certificate", name, level)));
    for (var one : customizations) {
      if (one.customization() instanceof Customization.ClientCertificate other) {
        override(part -> part.subject() == Subject.CERTIFICATE);
        add(one.part(Subject.CERTIFICATE, "certificate", text(other.certificate())));
      }
    }
  }

  /** On each level a customization wins over the policies beside it. */
  private void policies() {
    policies(Policies.DEFAULTS, new Placed(null, Level.PATCHBAY, null, ""));
    policies(api.policies(), new Placed(null, Level.API, null, ""));
    policyNodes(Level.API);
    policies(method.policies(), new Placed(null, Level.METHOD, null, ""));
    policyNodes(Level.METHOD);
    policyNodes(Level.FLOW);
  }

  private void policyNodes(Level level) {
    for (var one : customizations) {
      if (one.level() == level && one.customization() instanceof Customization.Policy policy) {
        policies(policy.policies(), one);
      }
    }
  }

  private void policies(@Nullable Policies policies, Placed from) {
    if (policies == null) {
      return;
    }
    policies
        .said()
        .forEach((name, text) -> {
          override(part -> part.subject() == Subject.POLICY && part.name().equals(name));
          add(from.part(Subject.POLICY, name, text));
        });
  }

  private void add(Part part) {
    parts.add(part);
  }

  private void override(Predicate<Part> which) {
    parts.replaceAll(part -> which.test(part) ? part.overridden() : part);
  }

  private static Part part(Subject subject, String name, String text, Level level) {
    return new Part(subject, name, text, level, null, null, false);
  }

  private static Level level(EffectiveSetting.@Nullable From from) {
    return from == EffectiveSetting.From.ENVIRONMENT
            || from == EffectiveSetting.From.API_IN_ENVIRONMENT
        ? Level.ENVIRONMENT
        : Level.API;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Placed placed(Customization customization, Level level) {
    var name = customization.name();
    return new Placed(
        customization, level, null, name == null || name.isBlank() ? customization.kind() : name);
  }

  private record Placed(
      @Nullable Customization customization, Level level, @Nullable String step, String label) {

    Part part(Subject subject, String name, String text) {
      return new Part(subject, name, text, level, step, customization, false);
    }
  }
}
