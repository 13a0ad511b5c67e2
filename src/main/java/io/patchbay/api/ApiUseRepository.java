package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for who uses what: flows their APIs, APIs their credentials. */
@Repository
class ApiUseRepository {

  private final JdbcClient jdbc;

  ApiUseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Steps of all workspaces that call the API. */
  List<ApiUse> uses(ApiId api) {
    return jdbc.sql(
            """
            select c.slug as workspace, f.slug, f.name, u.step_id, u.method, u.version, u.live
              from apis a
              join workspaces o on o.id = a.workspace_id
              join api_uses u on u.api_slug = o.slug || ':' || a.slug
                              or (u.workspace_id = a.workspace_id and u.api_slug = a.slug)
              join flows f on f.id = u.flow_id
              join workspaces c on c.id = u.workspace_id
             where a.id = :api
               and (u.workspace_id = a.workspace_id
                    or exists (select 1 from api_shares s
                                where s.api_id = a.id and s.workspace_id = u.workspace_id))
             order by u.workspace_id <> a.workspace_id, c.slug, lower(f.name), f.slug, u.step_id, u.live
            """)
        .param("api", api.value())
        .query((row, _) ->
            new ApiUse(
                row.getString("workspace"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("step_id"),
                row.getString("method"),
                row.getString("version"),
                row.getBoolean("live")))
        .list();
  }

  /**
   * APIs that refer to a credential, in drafts and published versions, in environments and
   * customizations too; also those of other workspaces whose calls take this one's.
   */
  List<String> apisWithCredential(WorkspaceId workspace, String credential) {
    return jdbc.sql(
            """
            with documents as (
              select a.slug as ref, a.document from apis a where a.workspace_id = :workspace
              union all
              select a.slug, v.document
                from apis a join api_versions v on v.api_id = a.id where a.workspace_id = :workspace
              union all
              select a.slug, m.document
                from apis a join api_methods m on m.api_id = a.id
               where a.workspace_id = :workspace and m.document like '%"customizations"%'
              union all
              select a.slug, m.document
                from apis a join api_version_methods m on m.api_id = a.id
               where a.workspace_id = :workspace and m.document like '%"customizations"%'
            )
            select distinct ref from documents
             where document like '%"credential"%'
               and (document::jsonb #>> '{auth,credential}' = :name
                    or document::jsonb #>> '{proxy,credential}' = :name
                    or jsonb_path_exists(document::jsonb, '$.environments.*.credential ? (@ == $name)',
                                         jsonb_build_object('name', :name))
                    or jsonb_path_exists(document::jsonb,
                         '$.customizations[*].**{0 to 1}.credential ? (@ == $name)',
                         jsonb_build_object('name', :name)))
            union
            select o.slug || ':' || a.slug
              from api_shares s join apis a on a.id = s.api_id join workspaces o on o.id = a.workspace_id
             where s.workspace_id = :workspace and s.credential = :name
             order by 1
            """)
        .param("workspace", workspace.value())
        .param("name", credential)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /**
   * APIs that refer to a certificate, in drafts and published versions, in environments and
   * customizations too; also those of other workspaces whose calls take this one's.
   */
  List<String> apisWithCertificate(WorkspaceId workspace, String certificate) {
    return jdbc.sql(
            """
            with documents as (
              select a.slug as ref, a.document from apis a where a.workspace_id = :workspace
              union all
              select a.slug, v.document
                from apis a join api_versions v on v.api_id = a.id where a.workspace_id = :workspace
              union all
              select a.slug, m.document
                from apis a join api_methods m on m.api_id = a.id
               where a.workspace_id = :workspace and m.document like '%"clientCertificate"%'
              union all
              select a.slug, m.document
                from apis a join api_version_methods m on m.api_id = a.id
               where a.workspace_id = :workspace and m.document like '%"clientCertificate"%'
              union all
              select o.slug || ':' || a.slug, a.document
                from api_shares s join apis a on a.id = s.api_id join workspaces o on o.id = a.workspace_id
               where s.workspace_id = :workspace and not s.with_credential
            )
            select distinct ref from documents
             where document ~ '"(certificate|authorities)"'
               and (document::jsonb #>> '{tls,certificate}' = :name
                    or document::jsonb #>> '{auth,certificate}' = :name
                    or jsonb_exists(document::jsonb #> '{tls,authorities}', :name)
                    or jsonb_path_exists(document::jsonb, '$.environments.*.certificate ? (@ == $name)',
                                         jsonb_build_object('name', :name))
                    or jsonb_path_exists(document::jsonb,
                         '$.customizations[*] ? (@.kind == "clientCertificate").certificate ? (@ == $name)',
                         jsonb_build_object('name', :name)))
             order by ref
            """)
        .param("workspace", workspace.value())
        .param("name", certificate)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
