package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.StoredApi;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Slug;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way in for what others wrote: reads it for a preview, then keeps what was chosen. */
@Service
public class ImportService {

  private final ImportReading reading;
  private final ApiSourceRepository sources;
  private final WatchTimes times;
  private final ApiService apis;
  private final CredentialService credentials;
  private final AuditTrail audit;
  private final InstantSource clock;

  ImportService(
      ImportReading reading,
      ApiSourceRepository sources,
      WatchTimes times,
      ApiService apis,
      CredentialService credentials,
      AuditTrail audit,
      InstantSource clock) {
    this.reading = reading;
    this.sources = sources;
    this.times = times;
    this.apis = apis;
    this.credentials = credentials;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Reads a source and keeps nothing. The slugs in the answer are free.
   *
   * @throws InvalidException saying what the source is and what to do, when nothing can be made of
   *     it
   */
  public ImportResult read(Access access, ImportRequest request) {
    access.require(Role.EDITOR);
    return withFreeSlugs(access, reading.read(request).result());
  }

  /**
   * Makes an API of examples and keeps nothing.
   *
   * @throws InvalidException with all that is wrong with them
   */
  public ImportResult readExamples(Access access, List<ByExample.Sample> samples) {
    access.require(Role.EDITOR);
    var imported = ByExample.of(samples);
    return withFreeSlugs(
        access, new ImportResult(Format.AUTO, "Example", List.of(imported), List.of()));
  }

  private ImportResult withFreeSlugs(Access access, ImportResult result) {
    var taken = slugs(access);
    var named = new ArrayList<ImportedApi>();
    for (var imported : result.apis()) {
      String slug = free(imported.api().slug(), imported.api().name(), taken);
      taken.add(slug);
      named.add(
          new ImportedApi(imported.api().withSlug(slug), imported.credential(), imported.issues()));
    }
    return new ImportResult(result.format(), result.title(), named, result.issues());
  }

  /**
   * Keeps what was chosen, all of it or, when anything is wrong, nothing.
   *
   * @param source that was read
   * @param read what {@link #read} gave for it
   * @param choices at least one
   * @throws InvalidException with what cannot be kept
   * @throws ConflictException proposing another slug, when one is taken
   */
  @Transactional
  public List<StoredApi> save(
      Access access, ImportRequest source, ImportResult read, List<ImportChoice> choices) {
    access.require(Role.EDITOR);
    if (choices.isEmpty()) {
      throw new InvalidException("apis", "Choose at least one API.");
    }
    var saved = new ArrayList<StoredApi>();
    for (var choice : choices) {
      saved.add(
          choice.into() == null
              ? create(access, source, read, choice)
              : addTo(access, choice.into(), read, choice));
    }
    return saved;
  }

  /** A slug for a name that no API of the workspace has. */
  public String freeSlug(Access access, String name) {
    access.require(Role.VIEWER);
    return free(null, name, slugs(access));
  }

  private StoredApi create(
      Access access, ImportRequest source, ImportResult read, ImportChoice choice) {
    String slug = Slug.check("slug", choice.slug());
    var taken = slugs(access);
    if (taken.contains(slug)) {
      throw new ConflictException(
          "There is an API '%s' already; '%s' is free.".formatted(slug, free(slug, slug, taken)));
    }
    times.check(choice.watchHours(), source.url());
    var api = withCredential(access, choice, requireServer(ChosenParts.of(choice, read.format())));
    var stored = apis.put(access, slug, api, 0L);
    var now = clock.instant();
    var base = choice.imported().api();
    sources.insert(
        stored.id(),
        Sources.origin(source, read),
        base,
        Sources.hash(base),
        now,
        choice.watchHours(),
        times.next(now, choice.watchHours()));
    audit.record(access, "imported API", slug, detail(api, read));
    return stored;
  }

  private StoredApi addTo(Access access, String into, ImportResult read, ImportChoice choice) {
    if (choice.watchHours() != null) {
      throw new InvalidException(
          "watchHours", "Methods that are added to an API are not watched; its own source is.");
    }
    var there = requireWhole(apis.get(access, into));
    var chosen = ChosenParts.of(choice, read.format());
    var api = AddedMethods.to(there.api(), chosen);
    var stored = apis.put(access, into, api, there.revision());
    audit.record(access, "imported methods into API", into, detail(chosen, read));
    return stored;
  }

  /** What is kept in place of a part would be the part alone. */
  private static StoredApi requireWhole(StoredApi there) {
    var share = there.share();
    if (share != null && !(share.methods().isEmpty() && share.verbs().isEmpty())) {
      throw new ForbiddenException(
          "Only some methods of API '%s' are shared with you; ask workspace '%s' to add more."
              .formatted(there.ref(), share.ownerSlug()));
    }
    return there;
  }

  private Api withCredential(Access access, ImportChoice choice, Api api) {
    var draft = choice.imported().credential();
    if (draft == null || !choice.keepCredential()) {
      return api;
    }
    var taken =
        credentials.list(access, null).stream()
            .map(CredentialView::name)
            .collect(Collectors.toSet());
    String name = draft.name();
    for (int i = 2; taken.contains(name); i++) {
      name = draft.name() + " " + i;
    }
    credentials.put(access, name, draft.document());
    return api.withAuth(api.auth().withCredential(name));
  }

  private static Api requireServer(Api api) {
    if (api.baseUrl().isBlank()) {
      throw new InvalidException(
          "baseUrl",
          "The source names no server. Give the base URL, such as https://api.example.com/v1.");
    }
    if (api.baseUrl().startsWith("/")) {
      throw new InvalidException(
          "baseUrl",
          "The source names its server only by the path '%s'. Give the base URL, such as https://api.example.com%s."
              .formatted(api.baseUrl(), api.baseUrl()));
    }
    return api;
  }

  private Set<String> slugs(Access access) {
    return apis.list(access, null).stream()
        .filter(api -> api.share() == null)
        .map(ApiSummary::slug)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String free(@Nullable String wanted, String name, Set<String> taken) {
    String slug = wanted != null && Slug.isValid(wanted) ? wanted : Slug.of(name, "api");
    String free = slug;
    for (int i = 2; taken.contains(free); i++) {
      free = slug.substring(0, Math.min(slug.length(), 58)).replaceAll("-+$", "") + "-" + i;
    }
    return free;
  }

  private static String detail(Api api, ImportResult read) {
    return "%,d methods from %s".formatted(api.methods().size(), read.title());
  }
}
