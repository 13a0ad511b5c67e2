package io.patchbay.importing;

import io.patchbay.api.ApiMethod;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of an API that was read.
 *
 * @param imported as it was read
 * @param slug the name in addresses that it gets; not looked at where {@code into} is given
 * @param name for people, in place of the one that was read
 * @param baseUrl in place of the one that was read, for example another of its servers
 * @param methods names of those that are taken
 * @param keepCredential whether the secret that stood in the source goes into the vault
 * @param watchHours how often the source is looked at for changes; absent: never
 * @param into the API that the methods are added to; absent for one of its own
 */
public record ImportChoice(
    ImportedApi imported,
    String slug,
    @Nullable String name,
    @Nullable String baseUrl,
    Set<String> methods,
    boolean keepCredential,
    @Nullable Integer watchHours,
    @Nullable String into) {

  public ImportChoice {
    methods = new LinkedHashSet<>(methods);
  }

  /** All methods, under the slug that is proposed; no secret is kept. */
  public static ImportChoice of(ImportedApi imported) {
    var methods =
        imported.api().methods().stream()
            .map(ApiMethod::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String slug = imported.api().slug();
    return new ImportChoice(
        imported, slug == null ? "" : slug, null, null, methods, false, null, null);
  }

  public ImportChoice withSlug(String newSlug) {
    return new ImportChoice(
        imported, newSlug, name, baseUrl, methods, keepCredential, watchHours, into);
  }

  public ImportChoice withName(@Nullable String newName) {
    return new ImportChoice(
        imported, slug, newName, baseUrl, methods, keepCredential, watchHours, into);
  }

  public ImportChoice withBaseUrl(@Nullable String newBaseUrl) {
    return new ImportChoice(
        imported, slug, name, newBaseUrl, methods, keepCredential, watchHours, into);
  }

  public ImportChoice withMethods(Set<String> newMethods) {
    return new ImportChoice(
        imported, slug, name, baseUrl, newMethods, keepCredential, watchHours, into);
  }

  public ImportChoice withCredential(boolean keep) {
    return new ImportChoice(imported, slug, name, baseUrl, methods, keep, watchHours, into);
  }

  public ImportChoice withWatchHours(@Nullable Integer hours) {
    return new ImportChoice(imported, slug, name, baseUrl, methods, keepCredential, hours, into);
  }

  public ImportChoice withInto(@Nullable String api) {
    return new ImportChoice(
        imported, slug, name, baseUrl, methods, keepCredential, watchHours, api);
  }
}
