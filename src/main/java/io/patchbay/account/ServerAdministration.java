package io.patchbay.account;

import io.patchbay.common.Administration;
import io.patchbay.common.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who administers the server, and keeps the record of what they change. */
@Component
class ServerAdministration implements Administration {

  private final AccountService accounts;
  private final AuditLog audit;

  ServerAdministration(AccountService accounts, AuditLog audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  public String requireAdministrator(UserId user) {
    return accounts.requireAdministrator(user).email();
  }

  @Override
  public void record(String actor, String action, String subject, @Nullable String detail) {
    audit.record(null, actor, action, subject, detail);
  }
}
