package org.haetae.console;

import java.time.InstantSource;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.imports.Importer;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.PhotographVault;

/**
 * What the pages show and work on.
 *
 * @param store for what is read but seldom, such as a case's whole past
 */
public record Desks(
    Office office,
    Plan plan,
    CaseDesk cases,
    WatchDesk watches,
    NoticeDesk notices,
    Importer importer,
    CoverBook cover,
    PhotographVault photographs,
    AccountDesk accounts,
    Store store,
    InstantSource clock) {}
