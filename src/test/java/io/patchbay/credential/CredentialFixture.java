package io.patchbay.credential;

import io.patchbay.common.Access;
import io.patchbay.common.Ids;
import io.patchbay.common.Json;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import io.patchbay.testing.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.node.ObjectNode;

/** The credential package on a real database, wired by hand; also for tests of other packages. */
public final class CredentialFixture {

  public final TestDatabase database;
  public final MasterKey masterKey;
  public final Ids ids = new Ids(InstantSource.system());
  public final Vault vault;
  public final CredentialStore store;
  public final CredentialService service;
  public final CertificateStore certificateStore;
  public final CertificateService certificates;
  final CredentialRepository repository;
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

  public CredentialFixture(TestDatabase database) {
    this(database, storedKey(database, MasterKey.generate()));
  }

  /** Another node with the same database. */
  public CredentialFixture(TestDatabase database, MasterKey masterKey) {
    this.database = database;
    this.masterKey = masterKey;
    this.vault = new Vault(masterKey, keys(database), ids);
    this.repository = new CredentialRepository(database.jdbc(), vault);
    this.store = new CredentialStore(repository, vault, InstantSource.system());
    this.service =
        new CredentialService(
            repository,
            store,
            vault,
            beans.getBeanProvider(CredentialUsers.class),
            beans.getBeanProvider(CredentialListener.class),
            (_, _, _, _) -> {},
            ids,
            InstantSource.system());
    var certificateRepository = new CertificateRepository(database.jdbc(), vault);
    this.certificateStore = new CertificateStore(certificateRepository, vault);
    this.certificates =
        new CertificateService(
            certificateRepository,
            certificateStore,
            beans.getBeanProvider(CertificateUsers.class),
            (_, _, _, _) -> {},
            ids,
            InstantSource.system());
  }

  /** Another node in another process. */
  public static CredentialFixture attached(TestDatabase database, String masterKeyText) {
    return new CredentialFixture(database, MasterKey.parse(masterKeyText, "of the test"));
  }

  public String masterKeyText() {
    return masterKey.encode().strip();
  }

  static KeyRepository keys(TestDatabase database) {
    var source = database.dataSource();
    return new KeyRepository(JdbcClient.create(source), new DataSourceTransactionManager(source));
  }

  private static MasterKey storedKey(TestDatabase database, MasterKey key) {
    keys(database).insertCheckValue(key);
    return key;
  }

  public void usedBy(List<String> apis) {
    CredentialUsers users = (_, _) -> apis;
    beans.addBean("users", users);
  }

  /** Of what this house does not have. */
  public <T> ObjectProvider<T> none(Class<T> type) {
    return new StaticListableBeanFactory().getBeanProvider(type);
  }

  public ObjectProvider<CredentialUsers> users() {
    return beans.getBeanProvider(CredentialUsers.class);
  }

  public void certificateUsedBy(List<CertificateUser> users) {
    CertificateUsers all = (_, _) -> users;
    beans.addBean("certificateUsers", all);
  }

  public void listener(CredentialListener listener) {
    beans.addBean("listener", listener);
  }

  /** A new workspace with an editor's rights in it. */
  public Access workspace() {
    var id = ids.next();
    var slug = "w" + id.toString().replace("-", "");
    database
        .jdbc()
        .sql("insert into workspaces (id, slug, name) values (?, ?, ?)")
        .params(id, slug, slug)
        .update();
    return access(new WorkspaceId(id), Access.Role.EDITOR);
  }

  public static Access access(WorkspaceId workspace, Access.Role role) {
    var user = new UserId(new Ids(InstantSource.system()).next());
    return new Access(user, "ada@example.com", workspace, "team", role);
  }

  public static ObjectNode document(String json) {
    return Json.readDocument("--- " + json, ObjectNode.class); // flow style of YAML
  }
}
