package io.patchbay.ui.customizing;

import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import io.patchbay.common.Json;
import io.patchbay.credential.SignRecipe;
import io.patchbay.ui.shell.Icons;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of customizations as pages name them, in the order in which they are offered. */
public enum CustomizationKind {
  HEADERS(
      Customization.Headers.class,
      "headers",
      "Headers",
      Icons.LIST_PLUS,
      "Sets request headers, adds to them or takes them away.") {
    @Override
    public Customization create() {
      return new Customization.Headers(null, Map.of(), Map.of(), List.of());
    }
  },
  QUERY(
      Customization.Query.class,
      "query",
      "Query",
      Icons.TEXT_SEARCH,
      "Sets query parameters, adds some or takes them away.") {
    @Override
    public Customization create() {
      return new Customization.Query(null, Map.of(), Map.of(), List.of());
    }
  },
  CLIENT_CERTIFICATE(
      Customization.ClientCertificate.class,
      "clientCertificate",
      "Client certificate",
      Icons.SHIELD_CHECK,
      "Shows another client certificate when the connection is made.") {
    @Override
    public Customization create() {
      return new Customization.ClientCertificate(null, null);
    }
  },
  CREDENTIAL(
      Customization.Credential.class,
      "credential",
      "Credential",
      Icons.KEY_ROUND,
      "Authenticates with another credential, or in another way.") {
    @Override
    public Customization create() {
      return new Customization.Credential(null, null, null);
    }
  },
  SIGN(
      Customization.Sign.class,
      "sign",
      "Sign",
      Icons.SIGNATURE,
      "Signs the finished request with a shared key (HMAC).") {
    @Override
    public Customization create() {
      return new Customization.Sign(null, null, SignRecipe.EMPTY);
    }
  },
  BODY(Customization.Body.class, "body", "Body", Icons.FILE_PEN_LINE, "Sends another body.") {
    @Override
    public Customization create() {
      return new Customization.Body(null, null, null);
    }
  },
  RESPONSE(
      Customization.Response.class,
      "response",
      "Response",
      Icons.CORNER_DOWN_LEFT,
      "Changes the answer before its status counts, or fails the call with a message.") {
    @Override
    public Customization create() {
      return new Customization.Response(null, null, null, Map.of(), List.of(), null, null);
    }
  },
  POLICY(
      Customization.Policy.class,
      "policy",
      "Policy",
      Icons.GAUGE,
      "Gives these calls other timeouts, retries and limits.") {
    @Override
    public Customization create() {
      return new Customization.Policy(null, Policies.NONE);
    }
  },
  IDEMPOTENCY_KEY(
      Customization.IdempotencyKey.class,
      "idempotencyKey",
      "Idempotency key",
      Icons.FINGERPRINT_PATTERN,
      "Sends a key that tells a repeat from a new request, so that retries are safe.") {
    @Override
    public Customization create() {
      return new Customization.IdempotencyKey(null, "Idempotency-Key", null);
    }
  };

  private final Class<? extends Customization> type;
  private final String kind;
  private final String title;
  private final Icons icon;
  private final String sentence;

  CustomizationKind(
      Class<? extends Customization> type, String kind, String title, Icons icon, String sentence) {
    this.type = type;
    this.kind = kind;
    this.title = title;
    this.icon = icon;
    this.sentence = sentence;
  }

  /** The kind of a customization. */
  public static CustomizationKind of(Customization customization) {
    return Arrays.stream(values())
        .filter(kind -> kind.type.isInstance(customization))
        .findFirst()
        .orElseThrow();
  }

  /** The kind of that name in documents; nothing for any other name. */
  public static Optional<CustomizationKind> of(String kind) {
    return Arrays.stream(values()).filter(one -> one.kind.equals(kind)).findFirst();
  }

  /** A customization with another name; none for that of its kind. */
  public static Customization named(Customization customization, @Nullable String name) {
    var tree = (ObjectNode) Json.toTree(customization);
    tree.put("kind", of(customization).kind);
    if (name == null || name.isBlank()) {
      tree.remove("name");
    } else {
      tree.put("name", name.strip());
    }
    return Json.convert(tree, Customization.class);
  }

  /** Its own name, else that of its kind. */
  public static String label(Customization customization) {
    String name = customization.name();
    return name == null || name.isBlank() ? of(customization).title : name;
  }

  /** One that changes nothing yet. */
  public abstract Customization create();

  /** The name in documents. */
  public String kind() {
    return kind;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The name where there is little room. */
  public String shortTitle() {
    return switch (this) {
      case CLIENT_CERTIFICATE -> "Client cert";
      case IDEMPOTENCY_KEY -> "Idempotency";
      default -> title;
    };
  }

  public Icons icon() {
    return icon;
  }

  /** What it does, in one sentence. */
  public String sentence() {
    return sentence;
  }
}
