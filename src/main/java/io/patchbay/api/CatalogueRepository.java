package io.patchbay.api;

import io.patchbay.api.CatalogueEntry.At;
import io.patchbay.api.CatalogueEntry.Right;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for APIs over several workspaces. */
@Repository
class CatalogueRepository {

  /** How many methods of {@code a} the share {@code s} lets call, of the version {@code v}. */
  private static final String CALLABLE =
      """
      (select count(*) from (
         select name, verb from api_methods
          where api_id = a.id and (s.access = 'edit' or v.major is null)
          union all
         select name, verb from api_version_methods
          where api_id = a.id and s.access = 'use'
            and major = v.major and minor = v.minor and patch = v.patch) m
        where (s.verbs = '{}' or m.verb = any(s.verbs))
          and (s.methods = '{}' or m.name = any(s.methods)))
      """;

  private final JdbcClient jdbc;

  CatalogueRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Each API once that one of the workspaces owns or is shared with, by name.
   *
   * @param current whose references are told
   */
  List<CatalogueEntry> list(
      List<WorkspaceId> workspaces, @Nullable WorkspaceId current, @Nullable String q, int limit) {
    var entries = new LinkedHashMap<UUID, CatalogueEntry>();
    jdbc.sql(
            """
            select a.id, a.slug, a.name, a.base_url, a.document::json->>'description' as description,
                   o.slug as owner, o.name as owner_name,
                   case when c.id = a.workspace_id then a.method_count else %s end as method_count,
                   v.major, v.minor, v.patch, v.deprecated,
                   c.id as at_id, c.slug as at, c.name as at_name,
                   case when c.id = a.workspace_id then 'own' else s.access end as access,
                   (select count(distinct u.flow_id) from api_uses u
                     where u.workspace_id = c.id
                       and u.api_slug in (o.slug || ':' || a.slug,
                                          case when c.id = a.workspace_id then a.slug end)) as flows
              from apis a
              join workspaces o on o.id = a.workspace_id
              join workspaces c on c.id = any(:workspaces)
              left join api_shares s on s.api_id = a.id and s.workspace_id = c.id
              left join lateral (select major, minor, patch, deprecated from api_versions
                                  where api_id = a.id order by major desc, minor desc, patch desc limit 1) v on true
             where (a.workspace_id = c.id or s.workspace_id is not null)
               and lower(concat_ws(' ', a.name, a.slug, a.base_url, o.slug, o.name,
                                   a.document::json->>'description')) like :pattern
             order by lower(a.name), a.slug, o.slug, c.id <> a.workspace_id, lower(c.name)
            """
                .formatted(CALLABLE))
        .param("workspaces", workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new))
        .param("pattern", Like.pattern(q))
        .query(row -> {
          var id = row.getObject("id", UUID.class);
          if (entries.size() < limit || entries.containsKey(id)) {
            entries.merge(id, entry(row, current), CatalogueRepository::both);
          }
        });
    return List.copyOf(entries.values());
  }

  private static CatalogueEntry both(CatalogueEntry one, CatalogueEntry other) {
    var workspaces = new ArrayList<>(one.workspaces());
    workspaces.addAll(other.workspaces());
    return new CatalogueEntry(
        one.id(),
        one.owner(),
        one.ownerName(),
        one.slug(),
        one.name(),
        one.description(),
        one.baseUrl(),
        one.latest(),
        one.deprecated(),
        one.methods(),
        one.ref() == null ? other.ref() : one.ref(),
        List.copyOf(workspaces));
  }

  private static CatalogueEntry entry(ResultSet row, @Nullable WorkspaceId current)
      throws SQLException {
    var right = Right.valueOf(row.getString("access").toUpperCase(Locale.ROOT));
    var ref =
        new ApiRef(right == Right.OWN ? null : row.getString("owner"), row.getString("slug"))
            .toString();
    boolean isCurrent =
        current != null && current.value().equals(row.getObject("at_id", UUID.class));
    return new CatalogueEntry(
        new ApiId(row.getObject("id", UUID.class)),
        row.getString("owner"),
        row.getString("owner_name"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("description"),
        row.getString("base_url"),
        ApiRepository.latest(row),
        row.getString("deprecated"),
        row.getInt("method_count"),
        isCurrent ? ref : null,
        List.of(
            new At(
                row.getString("at"), row.getString("at_name"), ref, right, row.getInt("flows"))));
  }
}
