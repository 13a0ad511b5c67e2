package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.NotFoundException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Reads and changes definitions piece by piece, so that a large one costs no more than a small one.
 * Each change is based on a revision and gives the next one.
 */
@Service
public class ApiEditing {

  private static final int LONGEST_SCHEMA_NAME = 200;

  private final ApiRepository repository;
  private final ApiPartRepository parts;
  private final ApiUseRepository uses;
  private final Apis apis;
  private final CredentialBinding credentials;
  private final DefinitionChanges changes;
  private final AuditTrail audit;

  ApiEditing(
      ApiRepository repository,
      ApiPartRepository parts,
      ApiUseRepository uses,
      Apis apis,
      CredentialBinding credentials,
      DefinitionChanges changes,
      AuditTrail audit) {
    this.repository = repository;
    this.parts = parts;
    this.uses = uses;
    this.apis = apis;
    this.credentials = credentials;
    this.changes = changes;
    this.audit = audit;
  }

  /** The API without methods and schemas. */
  public StoredApi head(Access access, String ref) {
    access.require(Role.VIEWER);
    return apis.get(access.workspace(), ref);
  }

  /** The method, or nothing. */
  public Optional<ApiMethod> method(Access access, String ref, String name) {
    var api = head(access, ref);
    var share = api.share();
    return parts
        .method(apis.partsOf(api), name)
        .filter(m -> share == null || share.allows(m.name(), m.verb()));
  }

  /** Names of the schemas that hold {@code q}, in their order. */
  public List<String> schemas(Access access, String ref, @Nullable String q) {
    var api = head(access, ref);
    var names = parts.schemaNames(apis.partsOf(api), q);
    return isWhole(api) ? names : names.stream().filter(shown(api)::contains).toList();
  }

  /** The schema, or nothing. */
  public Optional<JsonNode> schema(Access access, String ref, String name) {
    var api = head(access, ref);
    return isWhole(api) || shown(api).contains(name)
        ? parts.schema(apis.partsOf(api), name)
        : Optional.empty();
  }

  /** Names of the methods and schemas that refer to a schema. */
  public List<String> usersOfSchema(Access access, String ref, String name) {
    var api = head(access, ref);
    var users = parts.usersOfSchema(apis.partsOf(api), name);
    return isWhole(api) ? users : users.stream().filter(shown(api)::contains).toList();
  }

  private static boolean isWhole(StoredApi api) {
    return api.share() == null || api.share().isWhole();
  }

  /** The names of the methods that may be called and of the schemas that they refer to. */
  private Set<String> shown(StoredApi api) {
    var whole = apis.whole(api).api();
    var names = new HashSet<>(whole.schemas().keySet());
    whole.methods().forEach(method -> names.add(method.name()));
    return names;
  }

  /**
   * Saves what is not a method or a schema.
   *
   * @param head its methods and schemas are not looked at
   * @return the new revision
   * @throws InvalidException with all that is wrong
   * @throws ConflictException when somebody else changed the API in between
   */
  @Transactional
  public long saveHead(Access access, String ref, Api head, long expectedRevision) {
    var api = begin(access, ref, expectedRevision);
    check(ApiCheck.problems(ApiRepository.head(head)));
    TrustAll.guard(access, audit, ref, api.api(), head);
    var share = api.share();
    long revision =
        repository.update(
            api.id(),
            share == null ? head : OwnersPart.merged(api.api(), share, head),
            access.actor());
    if (share == null) {
      credentials.bind(access, head);
    }
    return done(access, ref, revision);
  }

  /**
   * Adds or changes a method.
   *
   * @param before its name until now; absent for a new one
   * @return the new revision
   */
  @Transactional
  public long saveMethod(
      Access access, String ref, @Nullable String before, ApiMethod method, long expectedRevision) {
    var api = begin(access, ref, expectedRevision);
    check(ApiCheck.problems(method));
    if (api.share() != null) {
      var there =
          before == null ? null : parts.method(PartsOf.draft(api.id()), before).orElse(null);
      OwnersPart.checkMethod(api.api(), api.share(), there, method);
    }
    try {
      if (before == null) {
        parts.insertMethod(api.id(), method);
      } else if (!parts.updateMethod(api.id(), before, method)) {
        throw NotFoundException.of("method", before);
      }
    } catch (DuplicateKeyException e) {
      throw new InvalidException(
          "name", "Another method is called '%s' too.".formatted(method.name()));
    }
    return done(access, ref, repository.touch(api.id(), access.actor()));
  }

  /**
   * Deletes a method.
   *
   * @return the new revision
   * @throws ConflictException naming the flows, when flows call it
   */
  @Transactional
  public long deleteMethod(Access access, String ref, String name, long expectedRevision) {
    var api = begin(access, ref, expectedRevision);
    var calling = uses.uses(api.id()).stream().filter(u -> u.method().equals(name)).toList();
    if (!calling.isEmpty()) {
      throw new ConflictException(
          "Method '%s' is called by %s. Take its steps out of there first."
              .formatted(name, ApiService.flows(access, api, calling)));
    }
    if (!parts.deleteMethod(api.id(), name)) {
      throw NotFoundException.of("method", name);
    }
    return done(access, ref, repository.touch(api.id(), access.actor()));
  }

  /**
   * Adds or replaces a schema.
   *
   * @return the new revision
   */
  @Transactional
  public long saveSchema(
      Access access, String ref, String name, JsonNode schema, long expectedRevision) {
    var api = begin(access, ref, expectedRevision);
    if (name.isBlank() || name.length() > LONGEST_SCHEMA_NAME) {
      throw new InvalidException("name", "A schema has a name of 1 to 200 characters.");
    }
    if (!schema.isObject() && !schema.isBoolean()) {
      throw new InvalidException("schema", "A JSON Schema is an object, true or false.");
    }
    parts.putSchema(api.id(), name, schema);
    return done(access, ref, repository.touch(api.id(), access.actor()));
  }

  /**
   * Deletes a schema.
   *
   * @return the new revision
   * @throws ConflictException naming who refers to it
   */
  @Transactional
  public long deleteSchema(Access access, String ref, String name, long expectedRevision) {
    var api = begin(access, ref, expectedRevision);
    var referring = parts.usersOfSchema(PartsOf.draft(api.id()), name);
    if (!referring.isEmpty()) {
      throw new ConflictException(
          "Schema '%s' is used by %s. Change these first."
              .formatted(name, String.join(", ", referring)));
    }
    if (!parts.deleteSchema(api.id(), name)) {
      throw NotFoundException.of("schema", name);
    }
    return done(access, ref, repository.touch(api.id(), access.actor()));
  }

  /** The API as it is kept, locked. */
  private StoredApi begin(Access access, String ref, long expectedRevision) {
    access.require(Role.EDITOR);
    var api =
        apis.kept(access.workspace(), ref).orElseThrow(() -> NotFoundException.of("API", ref));
    apis.requireEditable(api);
    if (repository.lock(api.id()) != expectedRevision) {
      throw new ConflictException(
          "Somebody else changed API '%s' meanwhile. Load it again, then repeat your change."
              .formatted(ref));
    }
    return api;
  }

  private long done(Access access, String ref, long revision) {
    changes.bump();
    audit.recordEdit(access, "changed API", ref);
    return revision;
  }

  private static void check(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
  }
}
