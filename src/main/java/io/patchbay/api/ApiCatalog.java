package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Definitions for the engine, held in memory until any definition changes; checks no rights of
 * users, but those of workspaces.
 */
@Component
public class ApiCatalog {

  private final ApiRepository repository;
  private final ApiPartRepository parts;
  private final ApiVersionRepository versions;
  private final EnvironmentRepository environments;
  private final DefinitionChanges changes;
  private volatile Held held = new Held(-1);

  ApiCatalog(
      ApiRepository repository,
      ApiPartRepository parts,
      ApiVersionRepository versions,
      EnvironmentRepository environments,
      DefinitionChanges changes) {
    this.repository = repository;
    this.parts = parts;
    this.versions = versions;
    this.environments = environments;
    this.changes = changes;
  }

  /**
   * What a call of a method takes.
   *
   * @param ref the API's slug, or {@code owner:slug}
   * @param version which one, see {@link VersionWish}; absent for the newest
   * @param environment absent for what holds without one
   * @throws NotCallableException when there is no such thing, or the workspace may not call it
   */
  public CallTarget target(
      WorkspaceId workspace,
      String ref,
      @Nullable String version,
      String method,
      @Nullable String environment) {
    return current()
        .targets
        .computeIfAbsent(
            new TargetKey(workspace, ref, version, method, environment), this::resolve);
  }

  /**
   * What a call of a method takes that is not kept yet, in the draft of an API.
   *
   * @throws NotCallableException when there is no such API, or the workspace may not edit it
   */
  public CallTarget target(
      WorkspaceId workspace, String ref, ApiMethod unsaved, @Nullable String environment) {
    var stored = api(workspace, ref).orElseThrow(() -> noSuchApi(ref));
    VersionWish.choose(VersionWish.DRAFT, stored, List::of);
    var key = new TargetKey(workspace, ref, VersionWish.DRAFT, unsaved.name(), environment);
    return effective(key, stored, stored.api(), unsaved, null);
  }

  /** The API as the workspace gets it, without methods and schemas. */
  public Optional<StoredApi> api(WorkspaceId workspace, String ref) {
    return current()
        .heads
        .computeIfAbsent(
            new ApiKey(workspace, ref),
            key -> repository.find(key.workspace, ApiRef.parse(key.ref)));
  }

  /** The method in the version that is asked for; absent when it may not be called either. */
  public Optional<ApiMethod> method(
      WorkspaceId workspace, String ref, @Nullable String version, String method) {
    try {
      return Optional.of(target(workspace, ref, version, method, null).method());
    } catch (NotCallableException e) {
      return Optional.empty();
    }
  }

  /** The shared schemas that a method refers to, by name, also through one another. */
  public Map<String, JsonNode> schemas(
      WorkspaceId workspace, String ref, @Nullable String version, String method) {
    return current()
        .schemas
        .computeIfAbsent(new TargetKey(workspace, ref, version, method, null), this::referred);
  }

  private Map<String, JsonNode> referred(TargetKey key) {
    try {
      var target = target(key.workspace, key.ref, key.version, key.method, null);
      var of = new PartsOf(api(key.workspace, key.ref).orElseThrow().id(), target.version());
      return SchemaClosure.of(
          SchemaClosure.references(Json.toTree(target.method())),
          names -> parts.schemas(of, names));
    } catch (NotCallableException e) {
      return Map.of();
    }
  }

  /** The variables of an environment; empty when there is none of that name. */
  public Map<String, String> variables(WorkspaceId workspace, @Nullable String environment) {
    return environment == null
        ? Map.of()
        : find(workspace, environment).map(Environment::variables).orElse(Map.of());
  }

  /** Whether the workspace has an environment of that name. */
  public boolean hasEnvironment(WorkspaceId workspace, String environment) {
    return find(workspace, environment).isPresent();
  }

  private Optional<Environment> find(WorkspaceId workspace, String environment) {
    return current()
        .environments
        .computeIfAbsent(
            new ApiKey(workspace, environment), key -> environments.find(key.workspace, key.ref));
  }

  private CallTarget resolve(TargetKey key) {
    var stored = api(key.workspace, key.ref).orElseThrow(() -> noSuchApi(key.ref));
    var number = VersionWish.choose(key.version, stored, () -> versions.list(stored.id()));
    var head = number == null ? stored.api() : versions.head(stored.id(), number).orElseThrow();
    var method =
        parts
            .method(new PartsOf(stored.id(), number), key.method)
            .orElseThrow(() ->
                new NotCallableException(
                    "There is no such method",
                    "API '%s'%s has no method '%s'."
                        .formatted(
                            key.ref,
                            number == null ? "" : ", version " + number + ",",
                            key.method)));
    var share = stored.share();
    if (share != null && !share.allows(method.name(), method.verb())) {
      throw new NotCallableException(
          "The method is not shared",
          "Workspace '%s' shares API '%s' without %s %s. Ask its editors."
              .formatted(share.ownerSlug(), stored.slug(), method.verb(), method.name()));
    }
    return effective(key, stored, head, method, number);
  }

  private CallTarget effective(
      TargetKey key,
      StoredApi stored,
      Api head,
      ApiMethod method,
      @Nullable SemanticVersion number) {
    var override =
        key.environment == null
            ? ApiEnvironment.NONE
            : stored.api().environments().getOrDefault(key.environment, ApiEnvironment.NONE);
    var variables = new LinkedHashMap<>(head.variables());
    variables.putAll(variables(key.workspace, key.environment));
    variables.putAll(override.variables());
    var share = stored.share();
    var credential =
        share != null && !share.withCredential()
            ? share.credential()
            : override.credential() == null
                ? head.auth().credentialName().orElse(null)
                : override.credential();
    var baseUrl =
        Addresses.fill(override.baseUrl() == null ? head.baseUrl() : override.baseUrl(), variables);
    var api =
        head.with(all -> {
          all.slug = stored.slug();
          all.baseUrl = baseUrl;
          all.variables = variables;
          all.auth = head.auth().withCredential(credential);
          all.environments = Map.of();
          all.schemas = bodySchemas(stored, method, number);
        });
    String elsewhere = method.baseUrl();
    return new CallTarget(
        api,
        elsewhere == null
            ? method
            : method.with(m -> m.baseUrl = Addresses.fill(elsewhere, variables)),
        share == null || !share.withCredential() ? key.workspace : share.owner(),
        number);
  }

  private static NotCallableException noSuchApi(String ref) {
    return new NotCallableException(
        "There is no such API",
        "There is no API '%s' in this workspace, nor is one shared with it.".formatted(ref));
  }

  /** Only what says which fields of a body are files: the rest of the schemas is not called. */
  private Map<String, JsonNode> bodySchemas(
      StoredApi stored, ApiMethod method, @Nullable SemanticVersion number) {
    var body = method.body();
    return body == null || body.schema() == null || !body.hasFields()
        ? Map.of()
        : SchemaClosure.of(
            SchemaClosure.references(body.schema()),
            names -> parts.schemas(new PartsOf(stored.id(), number), names));
  }

  private Held current() {
    long counter = changes.counter();
    Held now = held;
    if (now.counter != counter) {
      now = new Held(counter);
      held = now;
    }
    return now;
  }

  private record ApiKey(WorkspaceId workspace, String ref) {}

  private record TargetKey(
      WorkspaceId workspace,
      String ref,
      @Nullable String version,
      String method,
      @Nullable String environment) {}

  private static final class Held {
    final long counter;
    final Map<ApiKey, Optional<StoredApi>> heads = new ConcurrentHashMap<>();
    final Map<ApiKey, Optional<Environment>> environments = new ConcurrentHashMap<>();
    final Map<TargetKey, Map<String, JsonNode>> schemas = new ConcurrentHashMap<>();
    final Map<TargetKey, CallTarget> targets = new ConcurrentHashMap<>();

    Held(long counter) {
      this.counter = counter;
    }
  }
}
