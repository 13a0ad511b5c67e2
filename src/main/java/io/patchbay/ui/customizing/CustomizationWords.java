package io.patchbay.ui.customizing;

import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import io.patchbay.credential.SignRecipe;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What customizations do, in a few words: on a folded card, in a list, on a node. */
public final class CustomizationWords {

  private static final int MS_PER_SECOND = 1_000;

  private CustomizationWords() {}

  /** All that it does, shortly; what is missing, where it does nothing yet. */
  public static String all(Customization customization) {
    List<String> parts = parts(customization);
    return parts.isEmpty() ? missing(customization) : String.join(", ", parts);
  }

  /** As {@link #all}, for the second line of a node: the first part and how many more. */
  public static String brief(Customization customization) {
    List<String> parts =
        customization instanceof Customization.Credential other && other.credential() != null
            ? some(other.credential())
            : parts(customization);
    return switch (parts.size()) {
      case 0 -> missing(customization);
      case 1 -> parts.getFirst();
      default -> parts.getFirst() + ", +" + (parts.size() - 1);
    };
  }

  private static List<String> parts(Customization customization) {
    return switch (customization) {
      case Customization.Headers headers ->
          pairs(headers.set(), headers.append(), headers.remove());
      case Customization.Query query -> pairs(query.set(), query.append(), query.remove());
      case Customization.ClientCertificate certificate -> some(certificate.certificate());
      case Customization.Credential credential -> credential(credential);
      case Customization.Body body -> body(body);
      case Customization.Sign sign -> sign(sign);
      case Customization.Response response -> response(response);
      case Customization.Policy policy -> policy(policy.policies());
      case Customization.IdempotencyKey key -> List.of(key.header());
    };
  }

  private static String missing(Customization customization) {
    return switch (customization) {
      case Customization.Headers _ -> "No header yet";
      case Customization.Query _ -> "No parameter yet";
      case Customization.ClientCertificate _ -> "No certificate yet";
      case Customization.Credential _ -> "No credential yet";
      case Customization.Body _ -> "No body yet";
      case Customization.Sign _ -> "Not set up yet";
      case Customization.Response _ -> "No change yet";
      case Customization.Policy _ -> "No limit yet";
      case Customization.IdempotencyKey _ -> "";
    };
  }

  private static List<String> pairs(
      Map<String, String> set, Map<String, String> append, List<String> remove) {
    List<String> parts = new ArrayList<>(set.keySet());
    append.keySet().forEach(name -> parts.add("+ " + name));
    remove.forEach(name -> parts.add("no " + name));
    return parts;
  }

  private static List<String> credential(Customization.Credential credential) {
    List<String> parts = new ArrayList<>(some(credential.credential()));
    var auth = credential.auth();
    if (auth != null) {
      parts.add(auth(auth.kind()));
    }
    return parts;
  }

  /** A kind of auth as documents name it, in words. */
  public static String auth(String kind) {
    return switch (kind) {
      case "none" -> "Without authentication";
      case "clientCertificate" -> "Client certificate only";
      default -> CredentialKind.of(kind).title();
    };
  }

  private static List<String> body(Customization.Body body) {
    List<String> parts = new ArrayList<>();
    JsonNode value = body.value();
    if (value != null) {
      parts.add(value(value));
    }
    parts.addAll(some(body.contentType()));
    return parts;
  }

  private static List<String> sign(Customization.Sign sign) {
    SignRecipe recipe = sign.recipe();
    List<String> parts = new ArrayList<>();
    if (!recipe.name().isEmpty()) {
      parts.add(
          (recipe.in() == SignRecipe.In.QUERY ? "?" : "")
              + recipe.name()
              + ": "
              + algorithm(recipe.algorithm()));
    }
    parts.addAll(some(sign.credential()));
    return parts;
  }

  private static String algorithm(SignRecipe.Algorithm algorithm) {
    return switch (algorithm) {
      case HMAC_SHA1 -> "HMAC-SHA1";
      case HMAC_SHA256 -> "HMAC-SHA256";
      case HMAC_SHA384 -> "HMAC-SHA384";
      case HMAC_SHA512 -> "HMAC-SHA512";
    };
  }

  private static List<String> response(Customization.Response response) {
    List<String> parts = new ArrayList<>();
    if (response.fail() != null) {
      parts.add("fails: " + Fx.source(response.fail()));
    }
    JsonNode status = response.status();
    if (status != null) {
      parts.add("status " + Fx.source(status));
    }
    parts.addAll(pairs(response.set(), Map.of(), response.remove()));
    if (response.body() != null) {
      parts.add("body");
    }
    String when = response.when();
    if (when != null && !parts.isEmpty()) {
      parts.set(0, "%s → %s".formatted(Fx.source(when), parts.getFirst()));
    }
    return parts;
  }

  private static List<String> policy(Policies policies) {
    List<String> parts = new ArrayList<>();
    add(parts, "all within %s", policies.totalMs());
    add(parts, "answer within %s", policies.responseMs());
    add(parts, "connect within %s", policies.connectMs());
    add(parts, "TLS within %s", policies.tlsMs());
    Integer retries = policies.retries();
    if (retries != null) {
      parts.add(
          switch (retries) {
            case 0 -> "no retry";
            case 1 -> "1 retry";
            default -> retries + " retries";
          });
    } else if (policies.retry() != null) {
      parts.add("own retries");
    }
    var rate = policies.rateLimit();
    if (rate != null) {
      parts.add("%,d per %,d s".formatted(rate.requests(), rate.perSeconds()));
    }
    if (policies.circuitBreaker() != null) {
      parts.add("circuit breaker");
    }
    if (policies.pagination() != null) {
      parts.add("pages");
    }
    if (policies.maxResponseBytes() != null) {
      parts.add("answers up to %,d KiB".formatted(policies.maxResponseBytes() / 1024));
    }
    return parts;
  }

  private static void add(List<String> parts, String words, @Nullable Integer ms) {
    if (ms != null) {
      parts.add(
          words.formatted(
              ms % MS_PER_SECOND == 0 ? "%,d s".formatted(ms / MS_PER_SECOND) : ms + " ms"));
    }
  }

  /** A value in a few words: its fields, its length, or itself. */
  public static String value(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    if (value.isObject()) {
      return value.isEmpty() ? "{}" : "{ " + String.join(", ", value.propertyNames()) + " }";
    }
    if (value.isArray()) {
      return String.format(Locale.ROOT, "[ %d ]", value.size());
    }
    return Fx.source(value).replaceAll("\\s+", " ");
  }

  private static List<String> some(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text);
  }
}
