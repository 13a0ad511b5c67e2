package io.patchbay.api;

import io.patchbay.common.InvalidException.Problem;
import io.patchbay.credential.SignRecipe;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Reference;
import io.patchbay.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what is wrong with a customization by itself. */
public final class CustomizationCheck {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[!#$%&'+.^_`|~0-9A-Za-z-]+/[!#$%&'+.^_`|~0-9A-Za-z-]+(\\s*;[\\x20-\\x7e]*)?");
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "content-length",
          "transfer-encoding",
          "connection",
          "upgrade",
          "te",
          "trailer",
          "expect",
          "keep-alive",
          "proxy-connection");
  private static final Set<String> NAMES =
      Set.of("trigger", "steps", "item", "index", "vars", "env", "run", "request");
  private static final Set<String> OF_RECIPES =
      Set.of("timestamp", "timestampMs", "date", "isoDate", "nonce", "keyId", "signature");

  private final List<Problem> problems = new ArrayList<>();

  private CustomizationCheck() {}

  /** All problems, each at its field; those of references to single steps are not looked for. */
  public static List<Problem> problems(Customization customization) {
    var check = new CustomizationCheck();
    check.fields(customization);
    CustomizationValues.of(customization)
        .forEach((field, value) -> check.template(customization, field, value));
    return List.copyOf(check.problems);
  }

  /** What is wrong with the first name of a reference; empty when there is such a name. */
  public static Optional<String> problem(Customization customization, Reference reference) {
    String root = reference.root();
    if (NAMES.contains(root)
        || (customization instanceof Customization.Sign && OF_RECIPES.contains(root))
        || (customization instanceof Customization.Response && root.equals("response"))) {
      return Optional.empty();
    }
    return Optional.of(
        root.equals("response")
            ? "There is no response yet when the request is changed; only a 'response' customization reads it."
            : "There is no '%s' here. An expression begins with request, trigger, steps, vars, env or run."
                .formatted(root));
  }

  private void fields(Customization customization) {
    switch (customization) {
      case Customization.Headers it -> {
        headerNames("set", it.set().keySet());
        headerNames("append", it.append().keySet());
        headerNames("remove", it.remove());
      }
      case Customization.Query it -> {
        queryNames("set", it.set().keySet());
        queryNames("append", it.append().keySet());
        queryNames("remove", it.remove());
      }
      case Customization.ClientCertificate it ->
          required("certificate", it.certificate(), "Choose the certificate that is shown.");
      case Customization.Credential it -> credential(it);
      case Customization.Body it -> body(it);
      case Customization.Sign it -> sign(it);
      case Customization.Response it -> response(it);
      case Customization.Policy it ->
          problems.addAll(PolicyCheck.problems("policies", it.policies()));
      case Customization.IdempotencyKey it -> headerNames("header", List.of(it.header()));
    }
  }

  private void credential(Customization.Credential it) {
    var auth = it.auth();
    boolean isChosen =
        auth != null && (!auth.needsCredential() || auth.credentialName().isPresent());
    if (!isChosen) {
      required("credential", it.credential(), "Choose the credential.");
    }
  }

  private void body(Customization.Body it) {
    String type = it.contentType();
    if (type == null || type.isBlank()) {
      if (it.value() == null) {
        add("value", "Say what is sent.");
      }
    } else if (!MEDIA_TYPE.matcher(type.strip()).matches() || type.indexOf('*') >= 0) {
      add(
          "contentType",
          "'%s' is no content type; it looks like application/json.".formatted(type));
    }
  }

  private void sign(Customization.Sign it) {
    required("credential", it.credential(), "Choose the credential that holds the key.");
    var recipe = it.recipe();
    required("recipe.text", recipe.text(), "Say what is signed.");
    var where = recipe.in() == SignRecipe.In.HEADER ? "header" : "query parameter";
    required("recipe.name", recipe.name(), "Say which %s carries the signature.".formatted(where));
    if (recipe.in() == SignRecipe.In.HEADER && !recipe.name().isBlank()) {
      headerNames("recipe.name", List.of(recipe.name()));
    }
    headerNames("recipe.headers", recipe.headers().keySet());
  }

  private void response(Customization.Response it) {
    headerNames("set", it.set().keySet());
    headerNames("remove", it.remove());
    JsonNode status = it.status();
    if (status != null && !status.isString()) {
      boolean isStatus =
          status.isIntegralNumber() && status.asInt() >= 100 && status.asInt() <= 599;
      if (!isStatus) {
        add("status", "A status is a number from 100 to 599, or an expression.");
      }
    }
  }

  private void headerNames(String field, Iterable<String> names) {
    for (String name : names) {
      if (!TOKEN.matcher(name).matches()) {
        add(field, "'%s' cannot be the name of a header.".formatted(name));
      } else if (OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
        add(field, "The header %s belongs to the connection and cannot be set.".formatted(name));
      }
    }
  }

  private void queryNames(String field, Iterable<String> names) {
    for (String name : names) {
      if (name.isBlank()) {
        add(field, "Give the query parameter a name.");
      }
    }
  }

  private void template(Customization customization, String field, JsonNode value) {
    try {
      for (var reference : Template.compile(value).references()) {
        problem(customization, reference).ifPresent(message -> add(field, message));
      }
    } catch (ExpressionException e) {
      add(field, String.valueOf(e.getMessage()));
    }
  }

  private void required(String field, @Nullable String value, String message) {
    if (value == null || value.isBlank()) {
      add(field, message);
    }
  }

  private void add(String field, String message) {
    problems.add(new Problem(field, message));
  }
}
