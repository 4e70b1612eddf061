// Generated from openapi.json by `npm run gen`. Do not edit.
export interface paths {
    "/api/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the audit trail */
        get: operations["getAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the audit trail as CSV */
        get: operations["getAuditEntriesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry of the audit trail */
        get: operations["getAuditEntriesSeq"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries/{seq}/redaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hide personal data of an entry; the chain still verifies */
        put: operations["putAuditEntriesSeqRedaction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past readings of the chain */
        get: operations["getAuditVerifications"];
        put?: never;
        /** Read the whole chain and say whether it is intact */
        post: operations["postAuditVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries that could not be written and are tried again */
        get: operations["getAuditDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/dead-letters/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the dead letters again now */
        post: operations["postAuditDeadLettersRetries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up: a mail is sent, whether or not the address has an account */
        post: operations["postIdentitySignUps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove an address by the link and the password chosen with it, and sign in */
        post: operations["postIdentityEmailVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["getIdentitySessions"];
        put?: never;
        /** Sign in */
        post: operations["postIdentitySessions"];
        /** Sign out everywhere else */
        delete: operations["deleteIdentitySessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out here */
        delete: operations["deleteIdentitySessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sessions/current/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Look at another organization of mine */
        put: operations["putIdentitySessionsCurrentOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out on one device */
        delete: operations["deleteIdentitySessionsSessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/password-reset-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password; answers the same whether or not the address is known */
        post: operations["postIdentityPasswordResetRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password by a link; ends every session */
        post: operations["postIdentityPasswordResets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password; ends my other sessions */
        put: operations["putIdentityMePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am here, and what I may do */
        get: operations["getIdentityMe"];
        put?: never;
        post?: never;
        /** Delete my account everywhere, for good */
        delete: operations["deleteIdentityMe"];
        options?: never;
        head?: never;
        /** Change my profile */
        patch: operations["patchIdentityMe"];
        trace?: never;
    };
    "/api/v1/identity/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I prefer */
        get: operations["getIdentityMePreferences"];
        /** Say what I prefer */
        put: operations["putIdentityMePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join the organization I look at */
        put: operations["putIdentityMeMembership"];
        post?: never;
        /** Leave the organization I look at */
        delete: operations["deleteIdentityMeMembership"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/login-history/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in at the organization by day (UTC), oldest first, for a plot */
        get: operations["getIdentityLoginHistoryDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/login-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in as me */
        get: operations["getIdentityMeLoginHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/login-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in at the organization */
        get: operations["getIdentityLoginHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization this request is in, as everybody may see it */
        get: operations["getIdentityOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of the organization */
        get: operations["getIdentitySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings of the organization */
        patch: operations["patchIdentitySettings"];
        trace?: never;
    };
    "/api/v1/identity/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Found an organization and become its owner */
        post: operations["postIdentityOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/online": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is here now: people active within the last five minutes */
        get: operations["getIdentityPeopleOnline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the organization */
        get: operations["getIdentityPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person of the organization */
        get: operations["getIdentityPeoplePersonId"];
        put?: never;
        post?: never;
        /** Take a person out of the organization */
        delete: operations["deleteIdentityPeoplePersonId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a person exactly these roles */
        put: operations["putIdentityPeoplePersonIdRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Deactivate a membership; ends their sessions here */
        put: operations["putIdentityPeoplePersonIdDeactivation"];
        post?: never;
        /** Reactivate a membership */
        delete: operations["deleteIdentityPeoplePersonIdDeactivation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a person out, for a time or for good; ends their sessions here at once */
        put: operations["putIdentityPeoplePersonIdBan"];
        post?: never;
        /** Lift a ban */
        delete: operations["deleteIdentityPeoplePersonIdBan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in at this organization */
        get: operations["getIdentityPeoplePersonIdSessions"];
        put?: never;
        post?: never;
        /** Sign a person out of this organization on every device */
        delete: operations["deleteIdentityPeoplePersonIdSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/modules/{moduleKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch a module for one person */
        put: operations["putIdentityPeoplePersonIdModulesModuleKey"];
        post?: never;
        /** Let the roles of a person decide about a module again */
        delete: operations["deleteIdentityPeoplePersonIdModulesModuleKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a person out of this organization on one device */
        delete: operations["deleteIdentityPeoplePersonIdSessionsSessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take second factors, recovery codes and passkeys away from a person who lost them; they are told */
        delete: operations["deleteIdentityPeoplePersonIdFactors"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/impersonations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Act in a person’s name for an hour; they are told */
        post: operations["postIdentityPeoplePersonIdImpersonations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/impersonations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Be oneself again; also when the session in the other’s name has ended by itself */
        delete: operations["deleteIdentityImpersonationsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My addresses */
        get: operations["getIdentityMeAddresses"];
        put?: never;
        /** Add an address, or have its mail sent again; a link and a code are sent to it */
        post: operations["postIdentityMeAddresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/addresses/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove an address of mine by the link or the code of the mail */
        post: operations["postIdentityMeAddressesProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/addresses/{addressId}/primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a proven address the one mails go to; the one before is told */
        put: operations["putIdentityMeAddressesAddressIdPrimary"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an address */
        delete: operations["deleteIdentityMeAddressesAddressId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/address-undoings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a change of the main address by the link the old one got; ends every session */
        post: operations["postIdentityAddressUndoings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My phone number */
        get: operations["getIdentityMePhone"];
        /** Prove a number by the code sent to it; it becomes mine */
        put: operations["putIdentityMePhone"];
        post?: never;
        /** Remove my phone number */
        delete: operations["deleteIdentityMePhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/phone/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a code sent to a number I want to sign in with */
        post: operations["postIdentityMePhoneCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of me, as a JSON file */
        get: operations["getIdentityMeExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sign-in-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a code and a link to sign in; answers the same whether or not anybody has the address */
        post: operations["postIdentitySignInCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sign-in-codes/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a code or by the token of a link */
        post: operations["postIdentitySignInCodesRedemptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations to the organization */
        get: operations["getIdentityInvitations"];
        put?: never;
        /** Invite somebody by mail */
        post: operations["postIdentityInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/invitations/{invitationId}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a new link */
        post: operations["postIdentityInvitationsInvitationIdReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an invitation */
        delete: operations["deleteIdentityInvitationsInvitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation link leads to */
        get: operations["getIdentityInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/invitation-acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["postIdentityInvitationAcceptances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles of the organization, highest first (at most 100) */
        get: operations["getIdentityRoles"];
        put?: never;
        /** Make a role */
        post: operations["postIdentityRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role */
        get: operations["getIdentityRolesRoleId"];
        put?: never;
        post?: never;
        /** Delete a role nobody holds */
        delete: operations["deleteIdentityRolesRoleId"];
        options?: never;
        head?: never;
        /** Change a role */
        patch: operations["patchIdentityRolesRoleId"];
        trace?: never;
    };
    "/api/v1/identity/roles/{roleId}/modules/{moduleKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch a module for a role */
        put: operations["putIdentityRolesRoleIdModulesModuleKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every permission there is */
        get: operations["getIdentityPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Modules of the organization */
        get: operations["getIdentityModules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/modules/{moduleKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch a module for the whole organization */
        put: operations["putIdentityModulesModuleKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Found the first organization and become its owner, by the link Stoa printed when it started */
        post: operations["postIdentitySetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/email-verification-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the confirmation mail again; answers the same whether or not a sign-up is open */
        post: operations["postIdentityEmailVerificationRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands around every page: the organization, and who reads it */
        get: operations["getIdentityFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My second factors */
        get: operations["getIdentityFactors"];
        put?: never;
        /** Begin a second factor; it counts once it was verified */
        post: operations["postIdentityFactors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/factors/challengeable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which second factors I can sign in with */
        get: operations["getIdentityFactorsChallengeable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/factors/{factorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a second factor */
        delete: operations["deleteIdentityFactorsFactorId"];
        options?: never;
        head?: never;
        /** Rename a second factor */
        patch: operations["patchIdentityFactorsFactorId"];
        trace?: never;
    };
    "/api/v1/identity/factors/{factorId}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a second factor: a code goes to a phone, a security key gets its question */
        post: operations["postIdentityFactorsFactorIdChallenges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/factors/{factorId}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer with a second factor; the session rises and gets a new token */
        post: operations["postIdentityFactorsFactorIdVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; the earlier ones stop working */
        post: operations["postIdentityRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/recovery-codes/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a recovery code in place of a second factor that is lost */
        post: operations["postIdentityRecoveryCodesVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I can show that it is still me, before a dangerous act */
        get: operations["getIdentityProofs"];
        put?: never;
        /** Show that it is still me; the session gets a new token */
        post: operations["postIdentityProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/proofs/mailed-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send me a code by mail to show that it is still me */
        post: operations["postIdentityProofsMailedCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys */
        get: operations["getIdentityPasskeys"];
        put?: never;
        /** Add the passkey the browser made */
        post: operations["postIdentityPasskeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/passkeys/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey: what the browser needs to make one */
        post: operations["postIdentityPasskeysChallenges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["deleteIdentityPasskeysPasskeyId"];
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: operations["patchIdentityPasskeysPasskeyId"];
        trace?: never;
    };
    "/api/v1/identity/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with a passkey; the same for everybody */
        post: operations["postIdentityPasskeyChallenges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/passkey-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["postIdentityPasskeySessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tokens that work */
        get: operations["getIdentityMeApiTokens"];
        put?: never;
        /** Make a token for a program of mine; it is shown this once */
        post: operations["postIdentityMeApiTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/api-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token of mine, at once */
        delete: operations["deleteIdentityMeApiTokensTokenId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens of everybody in the organization, or of one person */
        get: operations["getIdentityApiTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/api-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token of anybody in the organization, at once */
        delete: operations["deleteIdentityApiTokensTokenId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/security-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization asks of everybody who comes in */
        get: operations["getIdentitySecurityPolicy"];
        /** Change it; those who are in are held to it at once */
        put: operations["putIdentitySecurityPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who a person reports to */
        put: operations["putIdentityPeoplePersonIdManager"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reports to a person directly */
        get: operations["getIdentityPeoplePersonIdReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/people/{personId}/employment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change where and as what a person works */
        patch: operations["patchIdentityPeoplePersonIdEmployment"];
        trace?: never;
    };
    "/api/v1/identity/directories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Directories that keep people by SCIM */
        get: operations["getIdentityDirectories"];
        put?: never;
        /** Set a directory up */
        post: operations["postIdentityDirectories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/directories/{directoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One directory, with its tokens by their beginnings */
        get: operations["getIdentityDirectoriesDirectoryId"];
        put?: never;
        post?: never;
        /** Take a directory away; its people stay, what they hold through its groups goes */
        delete: operations["deleteIdentityDirectoriesDirectoryId"];
        options?: never;
        head?: never;
        /** Rename a directory, pause it, or change the role its people begin with */
        patch: operations["patchIdentityDirectoriesDirectoryId"];
        trace?: never;
    };
    "/api/v1/identity/directories/{directoryId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a token for a directory; it is shown this once */
        post: operations["postIdentityDirectoriesDirectoryIdTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/directories/{directoryId}/tokens/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token of a directory, at once */
        delete: operations["deleteIdentityDirectoriesDirectoryIdTokensPrefix"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/directories/{directoryId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of a directory and the roles they stand for */
        get: operations["getIdentityDirectoriesDirectoryIdGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/directories/{directoryId}/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which role a group stands for */
        put: operations["putIdentityDirectoriesDirectoryIdGroupsGroupId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/directories/{directoryId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a directory would find here, and what stands in its way */
        post: operations["postIdentityDirectoriesDirectoryIdTests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/authorizations/{authorizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an app asks me for */
        get: operations["getIdentityAuthorizationsAuthorizationId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/authorizations/{authorizationId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an app in, or not */
        post: operations["postIdentityAuthorizationsAuthorizationIdDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apps I let in */
        get: operations["getIdentityMeApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/apps/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what I allowed an app */
        delete: operations["deleteIdentityMeAppsClientId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/oauth-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an app needs to know to sign people in here */
        get: operations["getIdentityOauthServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/oauth-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apps of the organization */
        get: operations["getIdentityOauthClients"];
        put?: never;
        /** Register an app */
        post: operations["postIdentityOauthClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/oauth-clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An app */
        get: operations["getIdentityOauthClientsClientId"];
        put?: never;
        post?: never;
        /** Remove an app, and end what it was given */
        delete: operations["deleteIdentityOauthClientsClientId"];
        options?: never;
        head?: never;
        /** Change an app */
        patch: operations["patchIdentityOauthClientsClientId"];
        trace?: never;
    };
    "/api/v1/identity/oauth-clients/{clientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an app a new secret */
        post: operations["postIdentityOauthClientsClientIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers people may sign in with here */
        get: operations["getIdentityProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/provider-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave for a provider, to sign in or to connect an account there; the browser keeps a cookie */
        post: operations["postIdentityProviderVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts I am connected with */
        get: operations["getIdentityMeIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/me/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect an account */
        delete: operations["deleteIdentityMeIdentitiesIdentityId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/oauth-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers the organization set up */
        get: operations["getIdentityOauthProviders"];
        put?: never;
        /** Add a provider: any OpenID Connect issuer, or plain OAuth 2.0 by its addresses */
        post: operations["postIdentityOauthProviders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/oauth-providers/{providerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One provider; its secret is never answered */
        get: operations["getIdentityOauthProvidersProviderId"];
        put?: never;
        post?: never;
        /** Remove a provider and disconnect everybody from it */
        delete: operations["deleteIdentityOauthProvidersProviderId"];
        options?: never;
        head?: never;
        /** Change a provider */
        patch: operations["patchIdentityOauthProvidersProviderId"];
        trace?: never;
    };
    "/api/v1/identity/oauth-providers/{providerId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a provider: reads its discovery document and keys and tells what is wrong */
        post: operations["postIdentityOauthProvidersProviderIdTests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-service-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an administrator enters at their identity provider */
        get: operations["getIdentitySsoServiceProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single sign-on of the organization (at most 100) */
        get: operations["getIdentitySsoProviders"];
        put?: never;
        /** Set up single sign-on by SAML 2.0 or OpenID Connect */
        post: operations["postIdentitySsoProviders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-providers/{ssoProviderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One single sign-on, with its domains and the outcome of the last test */
        get: operations["getIdentitySsoProvidersSsoProviderId"];
        put?: never;
        post?: never;
        /** Remove a single sign-on; its people are signed out */
        delete: operations["deleteIdentitySsoProvidersSsoProviderId"];
        options?: never;
        head?: never;
        /** Change a single sign-on; switching it off signs its people out */
        patch: operations["patchIdentitySsoProvidersSsoProviderId"];
        trace?: never;
    };
    "/api/v1/identity/sso-providers/{ssoProviderId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a single sign-on out: nobody is signed in, and lastTest tells what would have happened */
        post: operations["postIdentitySsoProvidersSsoProviderIdTests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-providers/{ssoProviderId}/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim a mail domain; it counts once it is proven */
        post: operations["postIdentitySsoProvidersSsoProviderIdDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-providers/{ssoProviderId}/domains/{domainId}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look the DNS record of a domain up and let the domain count */
        post: operations["postIdentitySsoProvidersSsoProviderIdDomainsDomainIdProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-providers/{ssoProviderId}/domains/{domainId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give a mail domain up */
        delete: operations["deleteIdentitySsoProvidersSsoProviderIdDomainsDomainId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sign-in-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which ways in fit an address; never whether somebody has it */
        post: operations["postIdentitySignInOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity/sso-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave for a single sign-on, found by its id or by an address; the browser gets a cookie for the way back */
        post: operations["postIdentitySsoVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files, newest first */
        get: operations["getFilesObjects"];
        put?: never;
        /** Upload a file */
        post: operations["postFilesObjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/objects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file */
        get: operations["getFilesObjectsId"];
        put?: never;
        post?: never;
        /** Delete a file nobody uses */
        delete: operations["deleteFilesObjectsId"];
        options?: never;
        head?: never;
        /** Describe a file */
        patch: operations["patchFilesObjectsId"];
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My inbox, newest first */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notices I have not read */
        get: operations["getNotificationsUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark all my notices read */
        put: operations["putNotificationsRead"];
        post?: never;
        /** Take back that all were marked read */
        delete: operations["deleteNotificationsRead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a notice read */
        put: operations["putNotificationsIdRead"];
        post?: never;
        /** Mark a notice unread */
        delete: operations["deleteNotificationsIdRead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a notice out of my inbox */
        delete: operations["deleteNotificationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I want which notices */
        get: operations["getNotificationsPreferences"];
        /** Choose where I want which notices; types that are not named stay */
        put: operations["putNotificationsPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail of the organization, newest first, without what it says */
        get: operations["getNotificationsMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/caught-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail the catcher of a development machine received, newest first */
        get: operations["getNotificationsCaughtMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/caught-mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One caught mail with what it says */
        get: operations["getNotificationsCaughtMailsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published courses, newest first */
        get: operations["getLearningCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/courses/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of a course */
        get: operations["getLearningCoursesSlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shelves of the catalogue */
        get: operations["getLearningCategories"];
        put?: never;
        /** Add a shelf */
        post: operations["postLearningCategories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a shelf; its courses stay */
        delete: operations["deleteLearningCategoriesCategoryId"];
        options?: never;
        head?: never;
        /** Rename or move a shelf */
        patch: operations["patchLearningCategoriesCategoryId"];
        trace?: never;
    };
    "/api/v1/learning/studio/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Courses I may edit, newest first */
        get: operations["getLearningStudioCourses"];
        put?: never;
        /** Begin a course */
        post: operations["postLearningStudioCourses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who may teach a course */
        get: operations["getLearningStudioInstructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A course to edit */
        get: operations["getLearningStudioCoursesCourseId"];
        put?: never;
        post?: never;
        /** Delete a course that nobody ever joined */
        delete: operations["deleteLearningStudioCoursesCourseId"];
        options?: never;
        head?: never;
        /** Change what is known of a course */
        patch: operations["patchLearningStudioCoursesCourseId"];
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show a picture on the cover */
        put: operations["putLearningStudioCoursesCourseIdCover"];
        post?: never;
        /** Take the picture off the cover */
        delete: operations["deleteLearningStudioCoursesCourseIdCover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publish a course, now or at a moment to come */
        put: operations["putLearningStudioCoursesCourseIdPublication"];
        post?: never;
        /** Take a course back into the workshop */
        delete: operations["deleteLearningStudioCoursesCourseIdPublication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Archive a course */
        put: operations["putLearningStudioCoursesCourseIdArchive"];
        post?: never;
        /** Take a course out of the archive */
        delete: operations["deleteLearningStudioCoursesCourseIdArchive"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole outline */
        get: operations["getLearningStudioCoursesCourseIdOutline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a part to the outline */
        post: operations["postLearningStudioCoursesCourseIdNodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Put a part into the bin */
        delete: operations["deleteLearningStudioNodesNodeId"];
        options?: never;
        head?: never;
        /** Change what is known of a part */
        patch: operations["patchLearningStudioNodesNodeId"];
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a part with what is below it */
        put: operations["putLearningStudioNodesNodeIdPlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a part out of the bin */
        put: operations["putLearningStudioNodesNodeIdRestoration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/bin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Removed parts */
        get: operations["getLearningStudioCoursesCourseIdBin"];
        put?: never;
        post?: never;
        /** Delete removed parts for good */
        delete: operations["deleteLearningStudioCoursesCourseIdBin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a page holds, to edit */
        get: operations["getLearningStudioNodesNodeIdContent"];
        /** Write all blocks of a page */
        put: operations["putLearningStudioNodesNodeIdContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a block */
        post: operations["postLearningStudioNodesNodeIdBlocks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/blocks/{blockId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a block anew */
        put: operations["putLearningStudioBlocksBlockId"];
        post?: never;
        /** Remove a block */
        delete: operations["deleteLearningStudioBlocksBlockId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/blocks/{blockId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a block on its page */
        put: operations["putLearningStudioBlocksBlockIdPlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}/quiz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a page a quiz, or change how it is held */
        put: operations["putLearningStudioNodesNodeIdQuiz"];
        post?: never;
        /** Take the quiz off a page, with all answers */
        delete: operations["deleteLearningStudioNodesNodeIdQuiz"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/nodes/{nodeId}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a question */
        post: operations["postLearningStudioNodesNodeIdQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/questions/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a question anew */
        put: operations["putLearningStudioQuestionsQuestionId"];
        post?: never;
        /** Remove a question */
        delete: operations["deleteLearningStudioQuestionsQuestionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/questions/{questionId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a question */
        put: operations["putLearningStudioQuestionsQuestionIdPlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files and links of a course */
        get: operations["getLearningStudioCoursesCourseIdResources"];
        put?: never;
        /** Add a file or a link */
        post: operations["postLearningStudioCoursesCourseIdResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/resources/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a file or link */
        delete: operations["deleteLearningStudioResourcesResourceId"];
        options?: never;
        head?: never;
        /** Rename or move a file or link */
        patch: operations["patchLearningStudioResourcesResourceId"];
        trace?: never;
    };
    "/api/v1/learning/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My courses */
        get: operations["getLearningEnrollments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/courses/{courseId}/enrollment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join a free course */
        put: operations["putLearningCoursesCourseIdEnrollment"];
        post?: never;
        /** Leave a course */
        delete: operations["deleteLearningCoursesCourseIdEnrollment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/learners/{enrollmentId}/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a learner out of the course */
        put: operations["putLearningLearnersEnrollmentIdBan"];
        post?: never;
        /** Let a learner back in */
        delete: operations["deleteLearningLearnersEnrollmentIdBan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/courses/{courseId}/player": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A course to learn in: its outline, whole or in part, and where to go on */
        get: operations["getLearningCoursesCourseIdPlayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/pages/{nodeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page to read */
        get: operations["getLearningPagesNodeId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/pages/{nodeId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Finish a page */
        put: operations["putLearningPagesNodeIdCompletion"];
        post?: never;
        /** Take a finished page back */
        delete: operations["deleteLearningPagesNodeIdCompletion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/pages/{nodeId}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell that a page is being read */
        post: operations["postLearningPagesNodeIdViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/quizzes/{quizId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start an attempt, or go on with the open one */
        post: operations["postLearningQuizzesQuizIdAttempts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/attempts/{attemptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My attempt and, once submitted, its result */
        get: operations["getLearningAttemptsAttemptId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Save answers */
        patch: operations["patchLearningAttemptsAttemptId"];
        trace?: never;
    };
    "/api/v1/learning/attempts/{attemptId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hand an attempt in; it is marked at once */
        put: operations["putLearningAttemptsAttemptIdSubmission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My certificates */
        get: operations["getLearningCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check a certificate by its number; open to anybody */
        get: operations["getLearningCertificatesNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/certificates/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate as PDF; open to anybody who has the number */
        get: operations["getLearningCertificatesNumberPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/certificates/{number}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Revoke a certificate */
        put: operations["putLearningCertificatesNumberRevocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Learners of a course */
        get: operations["getLearningStudioCoursesCourseIdLearners"];
        put?: never;
        /** Put people into a course */
        post: operations["postLearningStudioCoursesCourseIdLearners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/studio/courses/{courseId}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members who could be put into a course */
        get: operations["getLearningStudioCoursesCourseIdCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/learners/{enrollmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One learner: progress per part, attempts, time */
        get: operations["getLearningLearnersEnrollmentId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/learners/{enrollmentId}/attempts/{attemptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One attempt of a learner, as they see it */
        get: operations["getLearningLearnersEnrollmentIdAttemptsAttemptId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/learners/{enrollmentId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tag a learner */
        put: operations["putLearningLearnersEnrollmentIdTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/learners/{enrollmentId}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a learner did in a course, the latest first */
        get: operations["getLearningLearnersEnrollmentIdActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Background work, newest first */
        get: operations["getAdminRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of one piece of background work */
        get: operations["getAdminRunsRunId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/runs/{runId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask background work to stop; it leaves nothing half-made */
        put: operations["putAdminRunsRunIdCancellation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of course packages, newest first */
        get: operations["getImportsCourses"];
        put?: never;
        /** Upload a course package and import it in the background */
        post: operations["postImportsCourses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/courses/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, and what came of it */
        get: operations["getImportsCoursesImportId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/courses/{importId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask an import to stop; it leaves nothing half-made */
        put: operations["putImportsCoursesImportIdCancellation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/courses/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fidelity report: every item of the source and what became of it */
        get: operations["getImportsCoursesImportIdReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/courses/{importId}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fidelity report as CSV */
        get: operations["getImportsCoursesImportIdReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Problem details, RFC 9457 */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: string;
            requestId: string;
            params: Record<string, never>;
            errors: {
                pointer: string;
                code: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAuditEntries: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                /** @description Beginning of the action */
                action?: string;
                actorId?: string;
                entityType?: string;
                entityId?: string;
                requestId?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Place in the chain of the organization */
                            seq: number;
                            id: string;
                            /** Format: date-time */
                            ts: string;
                            /** @description What happened, such as identity.person_banned */
                            action: string;
                            actorId: string | null;
                            actorName: string | null;
                            actorEmail: string | null;
                            actorType: string;
                            impersonatedUser: string | null;
                            entityType: string;
                            entityId: string;
                            targetId: string | null;
                            requestId: string;
                            ip: string | null;
                            userAgent: string | null;
                            prevValues: {
                                [key: string]: unknown;
                            } | null;
                            newValues: {
                                [key: string]: unknown;
                            } | null;
                            metadata: {
                                [key: string]: unknown;
                            } | null;
                            /** @description 0 nothing hidden … 3 also the values */
                            redactionLevel: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEntriesCsv: {
        parameters: {
            query?: {
                /** @description Beginning of the action */
                action?: string;
                actorId?: string;
                entityType?: string;
                entityId?: string;
                requestId?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEntriesSeq: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Place in the chain of the organization */
                        seq: number;
                        id: string;
                        /** Format: date-time */
                        ts: string;
                        /** @description What happened, such as identity.person_banned */
                        action: string;
                        actorId: string | null;
                        actorName: string | null;
                        actorEmail: string | null;
                        actorType: string;
                        impersonatedUser: string | null;
                        entityType: string;
                        entityId: string;
                        targetId: string | null;
                        requestId: string;
                        ip: string | null;
                        userAgent: string | null;
                        prevValues: {
                            [key: string]: unknown;
                        } | null;
                        newValues: {
                            [key: string]: unknown;
                        } | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /** @description 0 nothing hidden … 3 also the values */
                        redactionLevel: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAuditEntriesSeqRedaction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 address and device, 2 also the email, 3 also the values */
                    level: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Place in the chain of the organization */
                        seq: number;
                        id: string;
                        /** Format: date-time */
                        ts: string;
                        /** @description What happened, such as identity.person_banned */
                        action: string;
                        actorId: string | null;
                        actorName: string | null;
                        actorEmail: string | null;
                        actorType: string;
                        impersonatedUser: string | null;
                        entityType: string;
                        entityId: string;
                        targetId: string | null;
                        requestId: string;
                        ip: string | null;
                        userAgent: string | null;
                        prevValues: {
                            [key: string]: unknown;
                        } | null;
                        newValues: {
                            [key: string]: unknown;
                        } | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /** @description 0 nothing hidden … 3 also the values */
                        redactionLevel: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            verifiedAt: string;
                            status: string;
                            totalEntries: number;
                            verifiedEntries: number;
                            firstFailureSeq: number | null;
                            kind: string | null;
                            field: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAuditVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                        totalEntries: number;
                        verifiedEntries: number;
                        firstFailure: {
                            seq: number;
                            id: string | null;
                            /** Format: date-time */
                            ts: string | null;
                            kind: string;
                            field: string | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditDeadLetters: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            failedAt: string;
                            error: string;
                            action: string;
                            retryCount: number;
                            /** Format: date-time */
                            lastRetryAt: string | null;
                            /** Format: date-time */
                            resolvedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAuditDeadLettersRetries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        written: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySignUps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                    /** @description At least as many characters as the installation asks for: 10 unless set otherwise */
                    password: string;
                    /** @description Full name */
                    name: string;
                    /** @enum {string} */
                    language?: "en" | "de";
                    /** @description IANA name */
                    timeZone?: string;
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Address a mail is on its way to */
                        email: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.sign_up_closed` This organization takes new people by invitation only. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.password_common` Many people use this password, so it is guessed first. Choose another one.
             *
             *     `identity.password_too_long` Use a password of at most 1024 bytes.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityEmailVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description token of the link */
                    token: string;
                    password: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_sign_up_password` That is not the password you chose with this link. Try again, or sign up again to choose another one. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentitySessions: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            device: {
                                browser: string | null;
                                system: string | null;
                                /** @enum {string} */
                                kind: "desktop" | "mobile" | "tablet" | "other";
                            };
                            ip: string | null;
                            /** @description Where the network is registered, ISO 3166-1 alpha-2; a hint */
                            country: string | null;
                            organizationName: string | null;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            isCurrent: boolean;
                            isImpersonation: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                    password: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.wrong_credentials` That email address and password do not belong together. Check both and try again.
             *
             *     `sign_in_required` Sign in to do this.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.email_not_verified` Confirm your email address first: open the link we sent you, or sign up again to get a new one.
             *
             *     `identity.banned` You may not use this organization at present: {reason}
             *
             *     `identity.membership_inactive` Your membership was deactivated. Ask an administrator of the organization.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentitySessions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentitySessionsCurrent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentitySessionsCurrentOrganization: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Lower-case letters, digits and hyphens */
                    slug: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /** @description Lower-case letters, digits and hyphens */
                        slug: string;
                        name: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentitySessionsSessionId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPasswordResetRequests: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Address a mail is on its way to */
                        email: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPasswordResets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description token of the link */
                    token: string;
                    /** @description At least as many characters as the installation asks for: 10 unless set otherwise */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.password_common` Many people use this password, so it is guessed first. Choose another one.
             *
             *     `identity.password_too_long` Use a password of at most 1024 bytes.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    /** @description At least as many characters as the installation asks for: 10 unless set otherwise */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_password` That is not your present password. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.password_common` Many people use this password, so it is guessed first. Choose another one.
             *
             *     `identity.password_too_long` Use a password of at most 1024 bytes.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            headline: string | null;
                            bio: string | null;
                            website: string | null;
                            avatarUrl: string | null;
                            hasPassword: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                            description: string | null;
                            website: string | null;
                            accentColor: string | null;
                            logoUrl: string | null;
                            customTerminology: {
                                course?: {
                                    singular: string;
                                    plural: string;
                                };
                                lesson?: {
                                    singular: string;
                                    plural: string;
                                };
                                module?: {
                                    singular: string;
                                    plural: string;
                                };
                                learner?: {
                                    singular: string;
                                    plural: string;
                                };
                                teacher?: {
                                    singular: string;
                                    plural: string;
                                };
                                certificate?: {
                                    singular: string;
                                    plural: string;
                                };
                            };
                            defaultLanguage: string;
                            signUpOpen: boolean;
                        } | null;
                        isMember: boolean;
                        /** @description Every permission held, none by a wildcard */
                        permissions: string[];
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Modules the person may use */
                        modules: string[];
                        preferences: {
                            /** @enum {string} */
                            theme: "system" | "light" | "dark";
                            /** @enum {string} */
                            language: "en" | "de";
                            /** @description IANA name */
                            timeZone: string;
                            /** @enum {string} */
                            dateFormat: "short" | "medium" | "long" | "iso";
                            emailNotifications: boolean;
                            pushNotifications: boolean;
                            /** @description Order of columns or cards, by view */
                            viewOrders: {
                                [key: string]: string[];
                            };
                        };
                        /** @description Organizations the person can switch to */
                        memberships: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        }[];
                        impersonation: {
                            by: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            };
                            reason: string | null;
                        } | null;
                        can: {
                            join: boolean;
                            readPeople: boolean;
                            managePeople: boolean;
                            manageRoles: boolean;
                            manageSettings: boolean;
                            foundOrganization: boolean;
                            changePassword: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMe: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description My main address, or my phone number when I have none */
                    confirmation: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.last_owner_of` You are the last owner of {organization}. Make somebody else an owner there first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.deletion_not_confirmed` Type your main address to confirm that you want to delete your account.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityMe: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Full name */
                    name?: string;
                    headline?: string | null;
                    bio?: string | null;
                    website?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        headline: string | null;
                        bio: string | null;
                        website: string | null;
                        avatarUrl: string | null;
                        hasPassword: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        theme: "system" | "light" | "dark";
                        /** @enum {string} */
                        language: "en" | "de";
                        /** @description IANA name */
                        timeZone: string;
                        /** @enum {string} */
                        dateFormat: "short" | "medium" | "long" | "iso";
                        emailNotifications: boolean;
                        pushNotifications: boolean;
                        /** @description Order of columns or cards, by view */
                        viewOrders: {
                            [key: string]: string[];
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityMePreferences: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    theme: "system" | "light" | "dark";
                    /** @enum {string} */
                    language: "en" | "de";
                    /** @description IANA name */
                    timeZone: string;
                    /** @enum {string} */
                    dateFormat: "short" | "medium" | "long" | "iso";
                    emailNotifications: boolean;
                    pushNotifications: boolean;
                    /** @description Order of columns or cards, by view */
                    viewOrders: {
                        [key: string]: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        theme: "system" | "light" | "dark";
                        /** @enum {string} */
                        language: "en" | "de";
                        /** @description IANA name */
                        timeZone: string;
                        /** @enum {string} */
                        dateFormat: "short" | "medium" | "long" | "iso";
                        emailNotifications: boolean;
                        pushNotifications: boolean;
                        /** @description Order of columns or cards, by view */
                        viewOrders: {
                            [key: string]: string[];
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.unknown_time_zone` There is no such time zone.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityMeMembership: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sign_up_closed` This organization takes new people by invitation only.
             *
             *     `identity.banned` You may not use this organization at present: {reason}
             *
             *     `identity.membership_inactive` Your membership was deactivated. Ask an administrator of the organization.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMeMembership: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.last_owner` This is the last owner. Make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityLoginHistoryDays: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description YYYY-MM-DD */
                            day: string;
                            succeeded: number;
                            failed: number;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMeLoginHistory: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                success?: boolean;
                /** @description How: password, otp, passkey, … */
                method?: string;
                device?: "desktop" | "mobile" | "tablet" | "other";
                /** @description Network address */
                ip?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            userId: string | null;
                            userName: string | null;
                            ip: string | null;
                            /** @description Where the network is registered, ISO 3166-1 alpha-2; a hint */
                            country: string | null;
                            device: {
                                browser: string | null;
                                system: string | null;
                                /** @enum {string} */
                                kind: "desktop" | "mobile" | "tablet" | "other";
                            };
                            method: string;
                            success: boolean;
                            /** @description Code of the error it ended in */
                            failureReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityLoginHistory: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                success?: boolean;
                /** @description How: password, otp, passkey, … */
                method?: string;
                device?: "desktop" | "mobile" | "tablet" | "other";
                /** @description Network address */
                ip?: string;
                /** @description UUID */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            userId: string | null;
                            userName: string | null;
                            ip: string | null;
                            /** @description Where the network is registered, ISO 3166-1 alpha-2; a hint */
                            country: string | null;
                            device: {
                                browser: string | null;
                                system: string | null;
                                /** @enum {string} */
                                kind: "desktop" | "mobile" | "tablet" | "other";
                            };
                            method: string;
                            success: boolean;
                            /** @description Code of the error it ended in */
                            failureReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        name: string;
                        description: string | null;
                        website: string | null;
                        accentColor: string | null;
                        logoUrl: string | null;
                        customTerminology: {
                            course?: {
                                singular: string;
                                plural: string;
                            };
                            lesson?: {
                                singular: string;
                                plural: string;
                            };
                            module?: {
                                singular: string;
                                plural: string;
                            };
                            learner?: {
                                singular: string;
                                plural: string;
                            };
                            teacher?: {
                                singular: string;
                                plural: string;
                            };
                            certificate?: {
                                singular: string;
                                plural: string;
                            };
                        };
                        defaultLanguage: string;
                        signUpOpen: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentitySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        name: string;
                        description: string | null;
                        website: string | null;
                        accentColor: string | null;
                        logoUrl: string | null;
                        customTerminology: {
                            course?: {
                                singular: string;
                                plural: string;
                            };
                            lesson?: {
                                singular: string;
                                plural: string;
                            };
                            module?: {
                                singular: string;
                                plural: string;
                            };
                            learner?: {
                                singular: string;
                                plural: string;
                            };
                            teacher?: {
                                singular: string;
                                plural: string;
                            };
                            certificate?: {
                                singular: string;
                                plural: string;
                            };
                        };
                        defaultLanguage: string;
                        /**
                         * @description open: anybody may sign up. invitation: only who was invited.
                         * @enum {string}
                         */
                        signUp: "open" | "invitation";
                        /** @description Host names that lead here */
                        domains: string[];
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentitySettings: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string | null;
                    website?: string | null;
                    /** @description #rrggbb */
                    accentColor?: string | null;
                    /** @enum {string} */
                    defaultLanguage?: "en" | "de";
                    customTerminology?: {
                        course?: {
                            singular: string;
                            plural: string;
                        };
                        lesson?: {
                            singular: string;
                            plural: string;
                        };
                        module?: {
                            singular: string;
                            plural: string;
                        };
                        learner?: {
                            singular: string;
                            plural: string;
                        };
                        teacher?: {
                            singular: string;
                            plural: string;
                        };
                        certificate?: {
                            singular: string;
                            plural: string;
                        };
                    };
                    /**
                     * @description open: anybody may sign up. invitation: only who was invited.
                     * @enum {string}
                     */
                    signUp?: "open" | "invitation";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        name: string;
                        description: string | null;
                        website: string | null;
                        accentColor: string | null;
                        logoUrl: string | null;
                        customTerminology: {
                            course?: {
                                singular: string;
                                plural: string;
                            };
                            lesson?: {
                                singular: string;
                                plural: string;
                            };
                            module?: {
                                singular: string;
                                plural: string;
                            };
                            learner?: {
                                singular: string;
                                plural: string;
                            };
                            teacher?: {
                                singular: string;
                                plural: string;
                            };
                            certificate?: {
                                singular: string;
                                plural: string;
                            };
                        };
                        defaultLanguage: string;
                        /**
                         * @description open: anybody may sign up. invitation: only who was invited.
                         * @enum {string}
                         */
                        signUp: "open" | "invitation";
                        /** @description Host names that lead here */
                        domains: string[];
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityOrganizations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Lower-case letters, digits and hyphens */
                    slug: string;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /** @description Lower-case letters, digits and hyphens */
                        slug: string;
                        name: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.slug_taken` This short name is taken. Choose another one.
             *
             *     `identity.too_many_organizations` You own {limit} organizations already; that is as many as one person may found.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPeopleOnline: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            avatarUrl: string | null;
                            /** Format: date-time */
                            lastSeenAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPeople: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                /** @description Part of a name or address */
                search?: string;
                /** @description Key of a role */
                role?: string;
                status?: "active" | "inactive" | "banned";
                /** @description Signs in with a second factor */
                hasFactor?: boolean;
                seenWithinDays?: number;
                /** @description Also who was never here */
                notSeenForDays?: number;
                /** @description Here now */
                isOnline?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            avatarUrl: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive" | "banned";
                            jobTitle: string | null;
                            roles: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                key: string;
                                name: string;
                                rank: number;
                            }[];
                            /** @description Signs in with a second factor */
                            hasFactor: boolean;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            /** Format: date-time */
                            joinedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPeoplePersonId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.last_owner` This is the last owner. Make somebody else an owner first.
             *
             *     `identity.lift_ban_first` This person is banned. Lift the ban first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityPeoplePersonIdRoles: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roleIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.last_owner` This is the last owner. Make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_such_role` There is no such role in this organization.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityPeoplePersonIdDeactivation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.last_owner` This is the last owner. Make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonIdDeactivation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityPeoplePersonIdBan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * Format: date-time
                     * @description null: for good
                     */
                    until: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.last_owner` This is the last owner. Make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonIdBan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPeoplePersonIdSessions: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            device: {
                                browser: string | null;
                                system: string | null;
                                /** @enum {string} */
                                kind: "desktop" | "mobile" | "tablet" | "other";
                            };
                            ip: string | null;
                            /** @description Where the network is registered, ISO 3166-1 alpha-2; a hint */
                            country: string | null;
                            organizationName: string | null;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            isCurrent: boolean;
                            isImpersonation: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonIdSessions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityPeoplePersonIdModulesModuleKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
                moduleKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hasAccess: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission} */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonIdModulesModuleKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
                moduleKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        email: string | null;
                        avatarUrl: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive" | "banned";
                        jobTitle: string | null;
                        roles: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            rank: number;
                        }[];
                        /** @description Signs in with a second factor */
                        hasFactor: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                        directory: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** @description False while a directory named the person and they have not agreed yet */
                        hasAccepted: boolean;
                        headline: string | null;
                        bio: string | null;
                        emailConfirmed: boolean;
                        /** Format: date-time */
                        lastSignInAt: string | null;
                        /** @description Devices signed in at this organization */
                        sessions: number;
                        /** @description Kinds of second factors and passkeys: totp, phone, webauthn, passkey */
                        factors: string[];
                        /** @description API tokens of theirs that work at this organization */
                        apiTokens: number;
                        /** @description Switches of this one person */
                        modules: {
                            key: string;
                            hasAccess: boolean;
                        }[];
                        ban: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                            /** Format: date-time */
                            bannedAt: string;
                            bannedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        can: {
                            changeRoles: boolean;
                            deactivate: boolean;
                            reactivate: boolean;
                            ban: boolean;
                            liftBan: boolean;
                            remove: boolean;
                            switchModules: boolean;
                            endSessions: boolean;
                            impersonate: boolean;
                            resetFactors: boolean;
                            editEmployment: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission} */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonIdSessionsSessionId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
                /** @description UUID */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPeoplePersonIdFactors: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.factors_used_elsewhere` This person belongs to other organizations, too, and signs in there with the same second factors. Ask the operator of the installation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPeoplePersonIdImpersonations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The person reads it */
                    reason: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.banned` You may not use this organization at present: {reason}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityImpersonationsCurrent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description false: sign in again, or go on with your own token */
                        resumed: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMeAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            email: string;
                            /** @description Where mails go */
                            isPrimary: boolean;
                            /** @description Proven: signs in */
                            isVerified: boolean;
                            /** Format: date-time */
                            addedAt: string;
                            /** Format: date-time */
                            verifiedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityMeAddresses: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        email: string;
                        /** @description Where mails go */
                        isPrimary: boolean;
                        /** @description Proven: signs in */
                        isVerified: boolean;
                        /** Format: date-time */
                        addedAt: string;
                        /** Format: date-time */
                        verifiedAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.too_many_addresses` You have {limit} addresses already. Remove one first.
             *
             *     `identity.address_proven` This address is yours already; there is nothing left to prove.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_sent_lately` A code was sent a moment ago. Wait {seconds} seconds to ask for another one. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityMeAddressesProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description token of the link */
                    token?: string;
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email?: string;
                    /** @description Digits of the code */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        email: string;
                        /** @description Where mails go */
                        isPrimary: boolean;
                        /** @description Proven: signs in */
                        isVerified: boolean;
                        /** Format: date-time */
                        addedAt: string;
                        /** Format: date-time */
                        verifiedAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.wrong_code` That code is not right, or it has expired. Check it, or ask for a new one.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.email_taken` Somebody uses this email address already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityMeAddressesAddressIdPrimary: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        email: string;
                        /** @description Where mails go */
                        isPrimary: boolean;
                        /** @description Proven: signs in */
                        isVerified: boolean;
                        /** Format: date-time */
                        addedAt: string;
                        /** Format: date-time */
                        verifiedAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.address_not_proven` Prove this address first, by the link or code we sent to it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMeAddressesAddressId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.primary_address_stays` Mails go to this address. Make another one the main address first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityAddressUndoings: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description token of the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMePhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phone: string | null;
                        isProven: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityMePhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Phone number with its country: +49… */
                    phone: string;
                    /** @description Digits of the code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phone: string | null;
                        isProven: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.wrong_code` That code is not right, or it has expired. Check it, or ask for a new one.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.phone_taken` Somebody uses this phone number already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_phone_number` That is not a phone number. Write it with the country, such as +49 151 12345678.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMePhone: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_other_way_in` You could not sign in any more without this. Add another way first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityMePhoneCodes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Phone number with its country: +49… */
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             *
             *     `identity.phone_sign_in_off` Phone numbers are not used here. Use your email address.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_phone_number` That is not a phone number. Write it with the country, such as +49 151 12345678.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_sent_lately` A code was sent a moment ago. Wait {seconds} seconds to ask for another one. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMeExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySignInCodes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email?: string;
                    /** @description Phone number with its country: +49… */
                    phone?: string;
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Digits of the code that is on its way, if anybody is meant */
                        codeLength: number;
                        /** @description How long it works */
                        seconds: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.phone_sign_in_off` Phone numbers are not used here. Use your email address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_phone_number` That is not a phone number. Write it with the country, such as +49 151 12345678.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_sent_lately` A code was sent a moment ago. Wait {seconds} seconds to ask for another one. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySignInCodesRedemptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email?: string;
                    /** @description Phone number with its country: +49… */
                    phone?: string;
                    /** @description Digits of the code */
                    code?: string;
                    /** @description token of the link */
                    token?: string;
                    /** @description Full name */
                    name?: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.wrong_code` That code is not right, or it has expired. Check it, or ask for a new one.
             *
             *     `identity.phone_sign_in_off` Phone numbers are not used here. Use your email address.
             *
             *     `identity.banned` You may not use this organization at present: {reason}
             *
             *     `identity.membership_inactive` Your membership was deactivated. Ask an administrator of the organization.
             *
             *     `identity.sign_up_closed` This organization takes new people by invitation only.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_phone_number` That is not a phone number. Write it with the country, such as +49 151 12345678.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityInvitations: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                status?: "pending" | "accepted" | "expired" | "revoked";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            email: string;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "pending" | "accepted" | "expired" | "revoked";
                            invitedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date-time */
                            acceptedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            can: {
                                revoke: boolean;
                                remind: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityInvitations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    roleId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        email: string;
                        role: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        status: "pending" | "accepted" | "expired" | "revoked";
                        invitedBy: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date-time */
                        acceptedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        can: {
                            revoke: boolean;
                            remind: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.already_member` This person belongs to the organization already.
             *
             *     `identity.already_invited` There is an open invitation for this address. Send it again, or revoke it first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_such_role` There is no such role in this organization.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityInvitationsInvitationIdReminders: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        email: string;
                        role: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        status: "pending" | "accepted" | "expired" | "revoked";
                        invitedBy: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date-time */
                        acceptedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        can: {
                            revoke: boolean;
                            remind: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.invitation_closed` This invitation was accepted, revoked or has expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityInvitationsInvitationId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.invitation_closed` This invitation was accepted, revoked or has expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityInvitation: {
        parameters: {
            query: {
                /** @description token of the link */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        };
                        accentColor: string | null;
                        email: string;
                        roleName: string;
                        inviterName: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description Sign in to accept; without an account give name and password */
                        hasAccount: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityInvitationAcceptances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description token of the link */
                    token: string;
                    /** @description Full name */
                    name?: string;
                    /** @description At least as many characters as the installation asks for: 10 unless set otherwise */
                    password?: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        };
                        /** @description Session token of a new person; null in cookie mode and when signed in */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.invitation_for_somebody_else` This invitation was sent to another address. Sign out and open the link again.
             *
             *     `identity.banned` You may not use this organization at present: {reason}
             *
             *     `identity.membership_inactive` Your membership was deactivated. Ask an administrator of the organization.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.sign_in_to_accept` You have an account already. Sign in with it, then accept the invitation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.name_and_password_needed` Give your name and choose a password to accept the invitation.
             *
             *     `identity.password_common` Many people use this password, so it is guessed first. Choose another one.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            key: string;
                            name: string;
                            description: string | null;
                            rank: number;
                            /** @description * means all */
                            permissions: string[];
                            /** @description Given to people who sign up by themselves */
                            isDefault: boolean;
                            isBuiltIn: boolean;
                            inUse: boolean;
                            /** @description Modules switched off for this role */
                            modulesOff: string[];
                            /** Format: date-time */
                            updatedAt: string;
                            can: {
                                edit: boolean;
                                delete: boolean;
                                give: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityRoles: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description: string | null;
                    /** @description Who stands above whom; learners 10, teachers 40, administrators 80 */
                    rank: number;
                    permissions: ("identity.people.read" | "identity.people.manage" | "identity.people.impersonate" | "identity.roles.manage" | "identity.settings.manage" | "identity.security.manage" | "audit.read" | "audit.redact" | "files.read" | "files.manage" | "notifications.mail.read" | "learning.courses.author" | "learning.courses.manage" | "learning.learners.read" | "learning.learners.manage" | "learning.certificates.manage" | "imports.courses" | "admin.jobs")[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        key: string;
                        name: string;
                        description: string | null;
                        rank: number;
                        /** @description * means all */
                        permissions: string[];
                        /** @description Given to people who sign up by themselves */
                        isDefault: boolean;
                        isBuiltIn: boolean;
                        inUse: boolean;
                        /** @description Modules switched off for this role */
                        modulesOff: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            delete: boolean;
                            give: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.role_taken` There is a role of this name already.
             *
             *     `identity.too_many_roles` There are {limit} roles already. Delete one first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityRolesRoleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        key: string;
                        name: string;
                        description: string | null;
                        rank: number;
                        /** @description * means all */
                        permissions: string[];
                        /** @description Given to people who sign up by themselves */
                        isDefault: boolean;
                        isBuiltIn: boolean;
                        inUse: boolean;
                        /** @description Modules switched off for this role */
                        modulesOff: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            delete: boolean;
                            give: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityRolesRoleId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.role_built_in` This role comes with Stoa. It cannot be removed, and its rank and default stay as they are.
             *
             *     `identity.role_in_use` People hold this role, or are invited to it. Give them another one first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityRolesRoleId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string | null;
                    /** @description Who stands above whom; learners 10, teachers 40, administrators 80 */
                    rank?: number;
                    permissions?: ("identity.people.read" | "identity.people.manage" | "identity.people.impersonate" | "identity.roles.manage" | "identity.settings.manage" | "identity.security.manage" | "audit.read" | "audit.redact" | "files.read" | "files.manage" | "notifications.mail.read" | "learning.courses.author" | "learning.courses.manage" | "learning.learners.read" | "learning.learners.manage" | "learning.certificates.manage" | "imports.courses" | "admin.jobs")[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        key: string;
                        name: string;
                        description: string | null;
                        rank: number;
                        /** @description * means all */
                        permissions: string[];
                        /** @description Given to people who sign up by themselves */
                        isDefault: boolean;
                        isBuiltIn: boolean;
                        inUse: boolean;
                        /** @description Modules switched off for this role */
                        modulesOff: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            delete: boolean;
                            give: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.role_built_in` This role comes with Stoa. It cannot be removed, and its rank and default stay as they are. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityRolesRoleIdModulesModuleKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                roleId: string;
                moduleKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hasAccess: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        key: string;
                        name: string;
                        description: string | null;
                        rank: number;
                        /** @description * means all */
                        permissions: string[];
                        /** @description Given to people who sign up by themselves */
                        isDefault: boolean;
                        isBuiltIn: boolean;
                        inUse: boolean;
                        /** @description Modules switched off for this role */
                        modulesOff: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            delete: boolean;
                            give: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission} */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            module: string;
                            /** @description Whether you hold it yourself, so may give it */
                            held: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityModules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            isActive: boolean;
                            sortOrder: number;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityModulesModuleKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                moduleKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isActive: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        isActive: boolean;
                        sortOrder: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description token of the link */
                    token: string;
                    organizationName: string;
                    /** @description Lower-case letters, digits and hyphens */
                    slug: string;
                    /** @description Full name */
                    name: string;
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                    /** @description At least as many characters as the installation asks for: 10 unless set otherwise */
                    password: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.set_up_already` Stoa is set up already. Sign in instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.password_common` Many people use this password, so it is guessed first. Choose another one.
             *
             *     `identity.password_too_long` Use a password of at most 1024 bytes.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityEmailVerificationRequests: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Email address
                     */
                    email: string;
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Address a mail is on its way to */
                        email: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityFrame: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Characters a new password has at least */
                        passwordMinLength: number;
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                            description: string | null;
                            logoUrl: string | null;
                            accentColor: string | null;
                            customTerminology: {
                                course?: {
                                    singular: string;
                                    plural: string;
                                };
                                lesson?: {
                                    singular: string;
                                    plural: string;
                                };
                                module?: {
                                    singular: string;
                                    plural: string;
                                };
                                learner?: {
                                    singular: string;
                                    plural: string;
                                };
                                teacher?: {
                                    singular: string;
                                    plural: string;
                                };
                                certificate?: {
                                    singular: string;
                                    plural: string;
                                };
                            };
                            defaultLanguage: string;
                            signUpOpen: boolean;
                        } | null;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            avatarUrl: string | null;
                            /** @description Belongs to this organization in good standing */
                            isMember: boolean;
                            preferences: {
                                /** @enum {string} */
                                theme: "system" | "light" | "dark";
                                language: string;
                                timeZone: string;
                                dateFormat: string;
                            } | null;
                            /** @description Organizations the person can switch to */
                            memberships: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @description Lower-case letters, digits and hyphens */
                                slug: string;
                                name: string;
                            }[];
                            /** @description `*` is all of them */
                            permissions: string[];
                            /** @description Modules the person may use */
                            modules: string[];
                            /**
                             * @description What their sign-in still needs; until then nothing but that is open to them
                             * @enum {string|null}
                             */
                            owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                            isAnonymous: boolean;
                            /** @description Name of who acts as this person */
                            impersonatedBy: string | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                             * @enum {string}
                             */
                            type: "totp" | "phone" | "webauthn";
                            /** @description It counts; otherwise it was begun and not proven yet */
                            isVerified: boolean;
                            name: string | null;
                            phone: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        recoveryCodesLeft: number;
                        kinds: ("totp" | "phone" | "webauthn")[];
                        /** @description Factors a person may have */
                        most: number;
                        /** @description An organization of theirs asks for a second factor */
                        isRequired: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                     * @enum {string}
                     */
                    type: "totp" | "phone" | "webauthn";
                    /** @description What the person calls it */
                    name?: string;
                    /** @description Number of a phone, with country code */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                             * @enum {string}
                             */
                            type: "totp" | "phone" | "webauthn";
                            /** @description It counts; otherwise it was begun and not proven yet */
                            isVerified: boolean;
                            name: string | null;
                            phone: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        totp: {
                            /** @description For typing it in; base32 */
                            secret: string;
                            /** @description otpauth:// address */
                            uri: string;
                            /** @description The address as a picture, SVG */
                            qrCode: string;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             *
             *     `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.second_factor_needed` Confirm with one of your second factors first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.factor_kind_off` This kind of second factor is switched off here. Choose another one.
             *
             *     `identity.factor_name_taken` You have a second factor of this name already. Choose another name.
             *
             *     `identity.phone_factor_exists` This phone number is one of your second factors already.
             *
             *     `identity.phone_not_valid` Write the phone number with its country code, such as +49 151 12345678.
             *
             *     `identity.too_many_factors` You have {limit} second factors already. Remove one first.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityFactorsChallengeable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                             * @enum {string}
                             */
                            type: "totp" | "phone" | "webauthn";
                            name: string | null;
                            /** @description Last digits of the number */
                            phoneEnding: string | null;
                        }[];
                        hasRecoveryCodes: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityFactorsFactorId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                factorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.second_factor_needed` Confirm with one of your second factors first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.last_factor_needed` Your organization asks for a second factor, and this is your last one. Add another one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityFactorsFactorId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                factorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the person calls it */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                         * @enum {string}
                         */
                        type: "totp" | "phone" | "webauthn";
                        /** @description It counts; otherwise it was begun and not proven yet */
                        isVerified: boolean;
                        name: string | null;
                        phone: string | null;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.factor_name_taken` You have a second factor of this name already. Choose another name.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityFactorsFactorIdChallenges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                factorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel?: "sms" | "whatsapp";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                         * @enum {string}
                         */
                        type: "totp" | "phone" | "webauthn";
                        /** Format: date-time */
                        expiresAt: string;
                        key: {
                            /**
                             * @description create: make a key (navigator.credentials.create). request: use it (get).
                             * @enum {string}
                             */
                            type: "create" | "request";
                            options: {
                                [key: string]: unknown;
                            };
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.second_factor_needed` Confirm with one of your second factors first. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.factor_kind_off` This kind of second factor is switched off here. Choose another one.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityFactorsFactorIdVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                factorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    challengeId?: string | null;
                    /** @description Digits */
                    code?: string;
                    credential?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        };
                    } | {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                        recoveryCodes: string[] | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.wrong_code` That code is not right, or it has expired. Check it, or ask for a new one.
             *
             *     `identity.wrong_key` That key could not be checked. Use the one you added, and try again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             *
             *     `identity.second_factor_needed` Confirm with one of your second factors first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.factor_kind_off` This kind of second factor is switched off here. Choose another one.
             *
             *     `identity.challenge_over` This took too long, or was used already. Begin again.
             *
             *     `identity.phone_factor_exists` This phone number is one of your second factors already.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each works once; they are told only now */
                        codes: string[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.second_factor_needed` Confirm with one of your second factors first.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_second_factor` There is no second factor yet. Add one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityRecoveryCodesVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_code` That code is not right, or it has expired. Check it, or ask for a new one. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: boolean;
                        factors: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * @description totp: an authenticator app. phone: a code by text message. webauthn: a security key.
                             * @enum {string}
                             */
                            type: "totp" | "phone" | "webauthn";
                            name: string | null;
                            /** @description Last digits of the number */
                            phoneEnding: string | null;
                        }[];
                        passkeys: boolean;
                        mailedCode: boolean;
                        /**
                         * Format: date-time
                         * @description Until when the last proof is recent enough
                         */
                        recentUntil: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    by: "password";
                    password: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode?: "token" | "cookie";
                } | {
                    /** @enum {string} */
                    by: "factor";
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    factorId: string;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    challengeId?: string | null;
                    /** @description Digits */
                    code?: string;
                    credential?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        };
                    } | {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode?: "token" | "cookie";
                } | {
                    /** @enum {string} */
                    by: "passkey";
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    challengeId: string;
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode?: "token" | "cookie";
                } | {
                    /** @enum {string} */
                    by: "mailed_code";
                    /** @description Digits */
                    code: string;
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode?: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.wrong_password` That is not your present password.
             *
             *     `identity.wrong_code` That code is not right, or it has expired. Check it, or ask for a new one.
             *
             *     `identity.wrong_key` That key could not be checked. Use the one you added, and try again.
             *
             *     `identity.passkey_refused` This passkey could not be checked, or it belongs to no account here. Sign in another way.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.challenge_over` This took too long, or was used already. Begin again.
             *
             *     `identity.factor_kind_off` This kind of second factor is switched off here. Choose another one.
             *
             *     `identity.no_mailed_code` A code by mail is not enough for your account. Use your password or a second factor.
             *
             *     `identity.passkeys_off` Passkeys are switched off here. Sign in another way.
             *
             *     `identity.passkey_challenge_over` This took too long, or was used already. Begin again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityProofsMailedCodes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description Email address
                         */
                        email: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_mailed_code` A code by mail is not enough for your account. Use your password or a second factor.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_sent_lately` A code was sent a moment ago. Wait {seconds} seconds to ask for another one. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string | null;
                            /** @description Kept by the provider of the device, so that it outlives the device */
                            isSynced: boolean;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Passkeys a person may have; 0 when none can be added here */
                        most: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPasskeys: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    challengeId: string;
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        };
                    };
                    /** @description What the person calls it */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string | null;
                        /** @description Kept by the provider of the device, so that it outlives the device */
                        isSynced: boolean;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             *
             *     `identity.passkey_refused` This passkey could not be checked, or it belongs to no account here. Sign in another way.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.passkeys_off` Passkeys are switched off here. Sign in another way.
             *
             *     `identity.too_many_passkeys` You have {limit} passkeys already. Remove one first.
             *
             *     `identity.passkey_challenge_over` This took too long, or was used already. Begin again.
             *
             *     `identity.passkey_exists` This passkey was added already. Choose another device, or use it to sign in.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPasskeysChallenges: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        challengeId: string;
                        /** Format: date-time */
                        expiresAt: string;
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.passkeys_off` Passkeys are switched off here. Sign in another way.
             *
             *     `identity.too_many_passkeys` You have {limit} passkeys already. Remove one first.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityPasskeysPasskeyId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityPasskeysPasskeyId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the person calls it */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string | null;
                        /** @description Kept by the provider of the device, so that it outlives the device */
                        isSynced: boolean;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPasskeyChallenges: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        challengeId: string;
                        /** Format: date-time */
                        expiresAt: string;
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.passkeys_off` Passkeys are switched off here. Sign in another way.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityPasskeySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    challengeId: string;
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /**
                     * @description token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.
                     * @default token
                     * @enum {string}
                     */
                    mode: "token" | "cookie";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Session token; null in cookie mode */
                        token: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        } | null;
                        /**
                         * @description What is still to be done before the session counts; until then it opens nothing else
                         * @enum {string|null}
                         */
                        owes: "second_factor" | "second_factor_enrolment" | "sso" | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.passkey_refused` This passkey could not be checked, or it belongs to no account here. Sign in another way.
             *
             *     `identity.banned` You may not use this organization at present: {reason}
             *
             *     `identity.membership_inactive` Your membership was deactivated. Ask an administrator of the organization.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.passkeys_off` Passkeys are switched off here. Sign in another way.
             *
             *     `identity.passkey_challenge_over` This took too long, or was used already. Begin again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMeApiTokens: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            /** @description How the token begins: stoa_ and this */
                            prefix: string;
                            scopes: string[];
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityMeApiTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("identity:read" | "identity:write" | "learning:read" | "learning:write" | "imports:read" | "imports:write" | "files:read" | "files:write" | "notifications:read" | "notifications:write" | "audit:read" | "audit:write" | "admin:read" | "admin:write")[];
                    /** @description null: until it is revoked, where the organization allows it */
                    expiresInDays: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        /** @description How the token begins: stoa_ and this */
                        prefix: string;
                        scopes: string[];
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description The token itself; it is shown this once */
                        token: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.api_tokens_off` This organization does not allow API tokens. Ask an administrator.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_api_tokens` You have {limit} tokens that work. Revoke one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.token_lasts_too_long` Here a token works for at most {days} days. Choose an end within that time.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMeApiTokensTokenId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityApiTokens: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                /** @description UUID */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            /** @description How the token begins: stoa_ and this */
                            prefix: string;
                            scopes: string[];
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityApiTokensTokenId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentitySecurityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Nobody gets in without a second factor */
                        requireSecondFactor: boolean;
                        /** @description Everybody but owners comes through the single sign-on */
                        requireSso: boolean;
                        /** @description A new sign-in ends the one before */
                        oneSessionPerPerson: boolean;
                        /** @description Hours after which everybody signs in again; null: as the installation has it */
                        sessionMaxHours: number | null;
                        /** @description Hours without use after which a sign-in ends; null: as the installation has it */
                        sessionIdleHours: number | null;
                        /** @description People may make tokens for programs */
                        allowApiTokens: boolean;
                        /** @description People may come in without an address */
                        allowAnonymous: boolean;
                        /** @description Days a token works at most; null: no limit */
                        apiTokenMaxDays: number | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentitySecurityPolicy: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Nobody gets in without a second factor */
                    requireSecondFactor: boolean;
                    /** @description Everybody but owners comes through the single sign-on */
                    requireSso: boolean;
                    /** @description A new sign-in ends the one before */
                    oneSessionPerPerson: boolean;
                    /** @description Hours after which everybody signs in again; null: as the installation has it */
                    sessionMaxHours: number | null;
                    /** @description Hours without use after which a sign-in ends; null: as the installation has it */
                    sessionIdleHours: number | null;
                    /** @description People may make tokens for programs */
                    allowApiTokens: boolean;
                    /** @description People may come in without an address */
                    allowAnonymous: boolean;
                    /** @description Days a token works at most; null: no limit */
                    apiTokenMaxDays: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Nobody gets in without a second factor */
                        requireSecondFactor: boolean;
                        /** @description Everybody but owners comes through the single sign-on */
                        requireSso: boolean;
                        /** @description A new sign-in ends the one before */
                        oneSessionPerPerson: boolean;
                        /** @description Hours after which everybody signs in again; null: as the installation has it */
                        sessionMaxHours: number | null;
                        /** @description Hours without use after which a sign-in ends; null: as the installation has it */
                        sessionIdleHours: number | null;
                        /** @description People may make tokens for programs */
                        allowApiTokens: boolean;
                        /** @description People may come in without an address */
                        allowAnonymous: boolean;
                        /** @description Days a token works at most; null: no limit */
                        apiTokenMaxDays: number | null;
                        /** @description What the new rules meant for sign-ins and tokens there were */
                        ended: {
                            sessionsShortened: number;
                            sessionsEnded: number;
                            tokensShortened: number;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_not_ready` Set up a single sign-on with a proven domain first, so that people can still come in.
             *
             *     `identity.would_lock_you_out` You could not sign in any more by this rule. Add a second factor, or sign in through the single sign-on first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityPeoplePersonIdManager: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    managerId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Their own manager first, the highest last */
                        managers: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.manager_cycle` This person stands above the one you chose already. Choose somebody else. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_such_manager` There is no such person in this organization. Choose somebody who belongs to it.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityPeoplePersonIdReports: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            jobTitle: string | null;
                            department: string | null;
                            /** @description How many report to them in turn, at most 1000 told */
                            reports: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityPeoplePersonIdEmployment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    jobTitle?: string | null;
                    department?: string | null;
                    officeLocation?: string | null;
                    phone?: string | null;
                    mobilePhone?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobTitle: string | null;
                        department: string | null;
                        officeLocation: string | null;
                        phone: string | null;
                        mobilePhone: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityDirectories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            status: "active" | "paused";
                            defaultRole: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                            personCount: number;
                            groupCount: number;
                            /** Format: date-time */
                            lastSyncAt: string | null;
                            /** @description What the last change of the directory was refused with */
                            lastError: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityDirectories: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    defaultRoleId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "active" | "paused";
                        defaultRole: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        personCount: number;
                        groupCount: number;
                        /** Format: date-time */
                        lastSyncAt: string | null;
                        /** @description What the last change of the directory was refused with */
                        lastError: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description Where the directory sends its requests */
                        url: string;
                        tokens: {
                            /** @description How the token begins: scim_ and this */
                            prefix: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             *
             *     `identity.owner_role_by_directory` A directory makes nobody an owner. Choose another role.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.directory_name_taken` There is a directory of this name already. Choose another name.
             *
             *     `identity.too_many_directories` There are {limit} directories already. Delete one first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_such_role` There is no such role in this organization.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityDirectoriesDirectoryId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "active" | "paused";
                        defaultRole: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        personCount: number;
                        groupCount: number;
                        /** Format: date-time */
                        lastSyncAt: string | null;
                        /** @description What the last change of the directory was refused with */
                        lastError: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description Where the directory sends its requests */
                        url: string;
                        tokens: {
                            /** @description How the token begins: scim_ and this */
                            prefix: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityDirectoriesDirectoryId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityDirectoriesDirectoryId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    defaultRoleId?: string | null;
                    /** @enum {string} */
                    status?: "active" | "paused";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "active" | "paused";
                        defaultRole: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        personCount: number;
                        groupCount: number;
                        /** Format: date-time */
                        lastSyncAt: string | null;
                        /** @description What the last change of the directory was refused with */
                        lastError: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description Where the directory sends its requests */
                        url: string;
                        tokens: {
                            /** @description How the token begins: scim_ and this */
                            prefix: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             *
             *     `identity.owner_role_by_directory` A directory makes nobody an owner. Choose another role.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.directory_name_taken` There is a directory of this name already. Choose another name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_such_role` There is no such role in this organization.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityDirectoriesDirectoryIdTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: until it is revoked */
                    expiresInDays: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How the token begins: scim_ and this */
                        prefix: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description The token itself; it is shown this once */
                        token: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_directory_tokens` This directory has {limit} tokens that work. Revoke one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityDirectoriesDirectoryIdTokensPrefix: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                directoryId: string;
                prefix: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityDirectoriesDirectoryIdGroups: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            displayName: string;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                                rank: number;
                            } | null;
                            people: number;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIdentityDirectoriesDirectoryIdGroupsGroupId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                directoryId: string;
                /** @description UUID */
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    roleId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             *
             *     `identity.owner_role_by_directory` A directory makes nobody an owner. Choose another role.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.no_such_role` There is no such role in this organization.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityDirectoriesDirectoryIdTests: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** @description A directory could begin: it is active and has a token that works */
                        ready: boolean;
                        problems: ("paused" | "no_token" | "token_ends_soon" | "never_seen" | "last_change_refused")[];
                        /** @description Addresses of these are members at once; all others are asked first */
                        provenDomains: string[];
                        users: {
                            total: number;
                            first: {
                                [key: string]: unknown;
                            }[];
                        };
                        groups: {
                            total: number;
                            first: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityAuthorizationsAuthorizationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authorizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        app: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            clientId: string;
                            name: string | null;
                            uri: string | null;
                            logoUri: string | null;
                            policyUri: string | null;
                            tosUri: string | null;
                            /** @description It registered by itself: nobody of the organization knows it */
                            isUnknown: boolean;
                            /** @description Host, or scheme of an app on the device, the person is sent to */
                            sendsTo: string;
                        };
                        scopes: {
                            scope: string;
                            /** @description Key of the words that explain it */
                            wordsKey: string;
                            allowedBefore: boolean;
                        }[];
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                        };
                        organization: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @description Lower-case letters, digits and hyphens */
                            slug: string;
                            name: string;
                        };
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityAuthorizationsAuthorizationIdDecision: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                authorizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allow: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the browser goes on */
                        url: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMeApps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            clientId: string;
                            name: string | null;
                            uri: string | null;
                            logoUri: string | null;
                            organization: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @description Lower-case letters, digits and hyphens */
                                slug: string;
                                name: string;
                            };
                            scopes: string[];
                            /** Format: date-time */
                            grantedAt: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMeAppsClientId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityOauthServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issuer: string;
                        discovery: string;
                        scopes: string[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityOauthClients: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            clientId: string;
                            name: string | null;
                            redirectUris: string[];
                            postLogoutRedirectUris: string[];
                            isPublic: boolean;
                            /** @enum {string} */
                            registration: "manual" | "dynamic";
                            scopes: string[];
                            uri: string | null;
                            logoUri: string | null;
                            policyUri: string | null;
                            tosUri: string | null;
                            contacts: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityOauthClients: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    redirectUris: string[];
                    postLogoutRedirectUris?: string[];
                    /** @description An app that cannot keep a secret: in a browser, on a device */
                    isPublic?: boolean;
                    scopes?: ("openid" | "profile" | "email" | "phone" | "offline_access" | "identity:read" | "identity:write" | "learning:read" | "learning:write" | "imports:read" | "imports:write" | "files:read" | "files:write" | "notifications:read" | "notifications:write" | "audit:read" | "audit:write" | "admin:read" | "admin:write")[];
                    uri?: string | null;
                    logoUri?: string | null;
                    policyUri?: string | null;
                    tosUri?: string | null;
                    contacts?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        clientId: string;
                        name: string | null;
                        redirectUris: string[];
                        postLogoutRedirectUris: string[];
                        isPublic: boolean;
                        /** @enum {string} */
                        registration: "manual" | "dynamic";
                        scopes: string[];
                        uri: string | null;
                        logoUri: string | null;
                        policyUri: string | null;
                        tosUri: string | null;
                        contacts: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } & {
                        secret: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_oauth_clients` There are {limit} apps already. Delete one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.oauth_client_refused` The app cannot be registered like this: {reason}. Correct it and try again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityOauthClientsClientId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        clientId: string;
                        name: string | null;
                        redirectUris: string[];
                        postLogoutRedirectUris: string[];
                        isPublic: boolean;
                        /** @enum {string} */
                        registration: "manual" | "dynamic";
                        scopes: string[];
                        uri: string | null;
                        logoUri: string | null;
                        policyUri: string | null;
                        tosUri: string | null;
                        contacts: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityOauthClientsClientId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityOauthClientsClientId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    redirectUris?: string[];
                    postLogoutRedirectUris?: string[];
                    /** @description An app that cannot keep a secret: in a browser, on a device */
                    isPublic?: boolean;
                    scopes?: ("openid" | "profile" | "email" | "phone" | "offline_access" | "identity:read" | "identity:write" | "learning:read" | "learning:write" | "imports:read" | "imports:write" | "files:read" | "files:write" | "notifications:read" | "notifications:write" | "audit:read" | "audit:write" | "admin:read" | "admin:write")[];
                    uri?: string | null;
                    logoUri?: string | null;
                    policyUri?: string | null;
                    tosUri?: string | null;
                    contacts?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        clientId: string;
                        name: string | null;
                        redirectUris: string[];
                        postLogoutRedirectUris: string[];
                        isPublic: boolean;
                        /** @enum {string} */
                        registration: "manual" | "dynamic";
                        scopes: string[];
                        uri: string | null;
                        logoUri: string | null;
                        policyUri: string | null;
                        tosUri: string | null;
                        contacts: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } & {
                        secret: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.oauth_client_refused` The app cannot be registered like this: {reason}. Correct it and try again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityOauthClientsClientIdSecret: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        clientId: string;
                        name: string | null;
                        redirectUris: string[];
                        postLogoutRedirectUris: string[];
                        isPublic: boolean;
                        /** @enum {string} */
                        registration: "manual" | "dynamic";
                        scopes: string[];
                        uri: string | null;
                        logoUri: string | null;
                        policyUri: string | null;
                        tosUri: string | null;
                        contacts: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } & {
                        secret: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.oauth_client_has_no_secret` This app is public: it proves itself with PKCE and has no secret. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityProviderVisits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: string;
                    /**
                     * @description link: connects the account at the provider with the person who is signed in
                     * @default sign_in
                     * @enum {string}
                     */
                    purpose?: "sign_in" | "link";
                    next?: string;
                    /** @description token of an invitation */
                    invitation?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send the browser there */
                        url: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_unknown` Nobody signs in here with this provider. Choose another way.
             *
             *     `not_found` There is nothing here, or you may not see it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.link_not_valid` This link was used already or has expired. Ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `outgoing_refused` The address {host} cannot be used: {reason}. Give a public https address.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_failed` The answer of {provider} could not be used ({reason}). Try again; if it happens again, tell an administrator.
             *
             *     `outgoing_failed` The address {host} did not answer as expected: {reason}. Check it and try again.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityMeIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            provider: string;
                            providerName: string;
                            email: string | null;
                            name: string | null;
                            /** Format: date-time */
                            lastSignInAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            can: {
                                unlink: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityMeIdentitiesIdentityId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                identityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.own_sign_in_needed` You came in through the sign-on of your organization, which looks after how you prove yourself. Sign in another way to add one of your own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.single_identity_not_deletable` This is your only way in. Choose a password or connect another account first.
             *
             *     `identity.address_identity_stays` An address is changed among your addresses; it cannot be disconnected here.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityOauthProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            identifier: string;
                            /** @enum {string} */
                            providerType: "oidc" | "oauth2";
                            name: string;
                            clientId: string;
                            issuer: string | null;
                            discoveryUrl: string | null;
                            authorizationUrl: string | null;
                            tokenUrl: string | null;
                            userinfoUrl: string | null;
                            scopes: string[];
                            /** @description Further audiences an id token may have: the ids of apps */
                            acceptableClientIds: string[];
                            authorizationParams: {
                                [key: string]: string;
                            };
                            attributeMapping: {
                                [key: string]: string;
                            };
                            skipNonceCheck: boolean;
                            pkceEnabled: boolean;
                            emailOptional: boolean;
                            enabled: boolean;
                            hasClientSecret: boolean;
                            /** @description Enter this at the provider */
                            callbackUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        presets: {
                            key: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityOauthProviders: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Short name, as in links; stays as it is */
                    identifier: string;
                    /** @enum {string} */
                    providerType: "oidc" | "oauth2";
                    name: string;
                    clientId: string;
                    /** @description null for a public client; never answered */
                    clientSecret?: string | null;
                    issuer?: string | null;
                    discoveryUrl?: string | null;
                    authorizationUrl?: string | null;
                    tokenUrl?: string | null;
                    userinfoUrl?: string | null;
                    scopes?: string[];
                    /** @description Further audiences an id token may have: the ids of apps */
                    acceptableClientIds?: string[];
                    authorizationParams?: {
                        [key: string]: string;
                    };
                    attributeMapping?: {
                        [key: string]: string;
                    };
                    skipNonceCheck?: boolean;
                    pkceEnabled?: boolean;
                    emailOptional?: boolean;
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        identifier: string;
                        /** @enum {string} */
                        providerType: "oidc" | "oauth2";
                        name: string;
                        clientId: string;
                        issuer: string | null;
                        discoveryUrl: string | null;
                        authorizationUrl: string | null;
                        tokenUrl: string | null;
                        userinfoUrl: string | null;
                        scopes: string[];
                        /** @description Further audiences an id token may have: the ids of apps */
                        acceptableClientIds: string[];
                        authorizationParams: {
                            [key: string]: string;
                        };
                        attributeMapping: {
                            [key: string]: string;
                        };
                        skipNonceCheck: boolean;
                        pkceEnabled: boolean;
                        emailOptional: boolean;
                        enabled: boolean;
                        hasClientSecret: boolean;
                        /** @description Enter this at the provider */
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_taken` There is a provider of this name already. Choose another name.
             *
             *     `identity.too_many_providers` There are {limit} providers already; that is as many as an organization may have.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_reserved` The name {identifier} stands for a provider that comes with Stoa. Choose another name.
             *
             *     `identity.provider_incomplete` These addresses of the provider are missing: {missing}.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityOauthProvidersProviderId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        identifier: string;
                        /** @enum {string} */
                        providerType: "oidc" | "oauth2";
                        name: string;
                        clientId: string;
                        issuer: string | null;
                        discoveryUrl: string | null;
                        authorizationUrl: string | null;
                        tokenUrl: string | null;
                        userinfoUrl: string | null;
                        scopes: string[];
                        /** @description Further audiences an id token may have: the ids of apps */
                        acceptableClientIds: string[];
                        authorizationParams: {
                            [key: string]: string;
                        };
                        attributeMapping: {
                            [key: string]: string;
                        };
                        skipNonceCheck: boolean;
                        pkceEnabled: boolean;
                        emailOptional: boolean;
                        enabled: boolean;
                        hasClientSecret: boolean;
                        /** @description Enter this at the provider */
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentityOauthProvidersProviderId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentityOauthProvidersProviderId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    clientId?: string;
                    /** @description null for a public client; never answered */
                    clientSecret?: string | null;
                    issuer?: string | null;
                    discoveryUrl?: string | null;
                    authorizationUrl?: string | null;
                    tokenUrl?: string | null;
                    userinfoUrl?: string | null;
                    scopes?: string[];
                    /** @description Further audiences an id token may have: the ids of apps */
                    acceptableClientIds?: string[];
                    authorizationParams?: {
                        [key: string]: string;
                    };
                    attributeMapping?: {
                        [key: string]: string;
                    };
                    skipNonceCheck?: boolean;
                    pkceEnabled?: boolean;
                    emailOptional?: boolean;
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        identifier: string;
                        /** @enum {string} */
                        providerType: "oidc" | "oauth2";
                        name: string;
                        clientId: string;
                        issuer: string | null;
                        discoveryUrl: string | null;
                        authorizationUrl: string | null;
                        tokenUrl: string | null;
                        userinfoUrl: string | null;
                        scopes: string[];
                        /** @description Further audiences an id token may have: the ids of apps */
                        acceptableClientIds: string[];
                        authorizationParams: {
                            [key: string]: string;
                        };
                        attributeMapping: {
                            [key: string]: string;
                        };
                        skipNonceCheck: boolean;
                        pkceEnabled: boolean;
                        emailOptional: boolean;
                        enabled: boolean;
                        hasClientSecret: boolean;
                        /** @description Enter this at the provider */
                        callbackUrl: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.provider_in_use` People are connected through this provider already, so its addresses stay as they are. Add a new provider instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_incomplete` These addresses of the provider are missing: {missing}.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentityOauthProvidersProviderIdTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        works: boolean;
                        /** @description What is wrong, in words */
                        problem: string | null;
                        issuer: string | null;
                        checks: {
                            /** @enum {string} */
                            code: "reachable" | "issuer" | "endpoints" | "pkce" | "keys";
                            passes: boolean;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentitySsoServiceProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saml: {
                            entityId: string;
                            acsUrl: string;
                            metadataUrl: string;
                        };
                        oidc: {
                            redirectUrl: string;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentitySsoProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            kind: "saml" | "oidc";
                            name: string;
                            resourceId: string | null;
                            disabled: boolean;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            defaultRoleId: string | null;
                            attributeMapping: {
                                email: string | null;
                                name: string | null;
                                firstName: string | null;
                                lastName: string | null;
                                groups: string | null;
                                /** @description Whoever is in the group holds the role; whoever is not does not */
                                roles: {
                                    group: string;
                                    /**
                                     * Format: uuid
                                     * @description UUID
                                     */
                                    roleId: string;
                                }[];
                            };
                            saml: {
                                entityId: string;
                                signInUrl: string;
                                metadataXml: string;
                                metadataUrl: string | null;
                                certificates: {
                                    /** @description SHA-256 */
                                    fingerprint: string;
                                    /** Format: date-time */
                                    validUntil: string;
                                }[];
                            } | null;
                            oidc: {
                                issuer: string;
                                clientId: string;
                                hasClientSecret: boolean;
                            } | null;
                            domains: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                domain: string;
                                isProven: boolean;
                                /** Format: date-time */
                                provenAt: string | null;
                                /** @enum {string|null} */
                                provenBy: "dns" | "operator" | null;
                                /** Format: date-time */
                                missingSince: string | null;
                                /** @description DNS record that proves the domain; it may also stand at the domain itself */
                                record: {
                                    name: string;
                                    type: string;
                                    value: string;
                                };
                            }[];
                            lastTest: {
                                /** Format: date-time */
                                at: string;
                                /**
                                 * @description What would have happened to whoever came
                                 * @enum {string}
                                 */
                                outcome: "sign_in" | "link" | "create" | "take_over" | "refused";
                                /** @description Code of the error, when it was refused */
                                code: string | null;
                                reason: string | null;
                                email: string | null;
                                name: string | null;
                                groups: string[];
                                attributes: {
                                    name: string;
                                    values: string[];
                                }[];
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySsoProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "saml" | "oidc";
                    name: string;
                    /** @description Name of it in a tool of yours */
                    resourceId?: string | null;
                    attributeMapping?: {
                        email?: string | null;
                        name?: string | null;
                        firstName?: string | null;
                        lastName?: string | null;
                        groups?: string | null;
                        /** @description Whoever is in the group holds the role; whoever is not does not */
                        roles?: {
                            group: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            roleId: string;
                        }[];
                    };
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    defaultRoleId?: string | null;
                    disabled?: boolean;
                    domains?: string[];
                    /** @description Or metadataUrl */
                    metadataXml?: string;
                    metadataUrl?: string;
                    issuer?: string;
                    clientId?: string;
                    clientSecret?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /** @enum {string} */
                        kind: "saml" | "oidc";
                        name: string;
                        resourceId: string | null;
                        disabled: boolean;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        defaultRoleId: string | null;
                        attributeMapping: {
                            email: string | null;
                            name: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            groups: string | null;
                            /** @description Whoever is in the group holds the role; whoever is not does not */
                            roles: {
                                group: string;
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                roleId: string;
                            }[];
                        };
                        saml: {
                            entityId: string;
                            signInUrl: string;
                            metadataXml: string;
                            metadataUrl: string | null;
                            certificates: {
                                /** @description SHA-256 */
                                fingerprint: string;
                                /** Format: date-time */
                                validUntil: string;
                            }[];
                        } | null;
                        oidc: {
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                        } | null;
                        domains: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            domain: string;
                            isProven: boolean;
                            /** Format: date-time */
                            provenAt: string | null;
                            /** @enum {string|null} */
                            provenBy: "dns" | "operator" | null;
                            /** Format: date-time */
                            missingSince: string | null;
                            /** @description DNS record that proves the domain; it may also stand at the domain itself */
                            record: {
                                name: string;
                                type: string;
                                value: string;
                            };
                        }[];
                        lastTest: {
                            /** Format: date-time */
                            at: string;
                            /**
                             * @description What would have happened to whoever came
                             * @enum {string}
                             */
                            outcome: "sign_in" | "link" | "create" | "take_over" | "refused";
                            /** @description Code of the error, when it was refused */
                            code: string | null;
                            reason: string | null;
                            email: string | null;
                            name: string | null;
                            groups: string[];
                            attributes: {
                                name: string;
                                values: string[];
                            }[];
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.saml_off` Single sign-on by SAML is switched off at this installation.
             *
             *     `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_too_many` There are {limit} already; that is as many as an organization may have.
             *
             *     `identity.sso_resource_taken` There is a single sign-on with this resource id already.
             *
             *     `identity.sso_entity_taken` There is a single sign-on for this identity provider already.
             *
             *     `identity.sso_domain_claimed` This organization has this domain already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_kind_fixed` These settings do not belong to this kind of single sign-on.
             *
             *     `identity.sso_domain_public` Anybody can get an address at {domain}, so no organization may claim it.
             *
             *     `identity.sso_metadata_refused` This is not metadata of an identity provider that can be used ({reason}).
             *
             *     `outgoing_refused` The address {host} cannot be used: {reason}. Give a public https address.
             *
             *     `identity.no_such_role` There is no such role in this organization.
             *
             *     `identity.sso_role_refused` An owner’s role cannot be given by single sign-on.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outgoing_failed` The address {host} did not answer as expected: {reason}. Check it and try again. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentitySsoProvidersSsoProviderId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                ssoProviderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /** @enum {string} */
                        kind: "saml" | "oidc";
                        name: string;
                        resourceId: string | null;
                        disabled: boolean;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        defaultRoleId: string | null;
                        attributeMapping: {
                            email: string | null;
                            name: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            groups: string | null;
                            /** @description Whoever is in the group holds the role; whoever is not does not */
                            roles: {
                                group: string;
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                roleId: string;
                            }[];
                        };
                        saml: {
                            entityId: string;
                            signInUrl: string;
                            metadataXml: string;
                            metadataUrl: string | null;
                            certificates: {
                                /** @description SHA-256 */
                                fingerprint: string;
                                /** Format: date-time */
                                validUntil: string;
                            }[];
                        } | null;
                        oidc: {
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                        } | null;
                        domains: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            domain: string;
                            isProven: boolean;
                            /** Format: date-time */
                            provenAt: string | null;
                            /** @enum {string|null} */
                            provenBy: "dns" | "operator" | null;
                            /** Format: date-time */
                            missingSince: string | null;
                            /** @description DNS record that proves the domain; it may also stand at the domain itself */
                            record: {
                                name: string;
                                type: string;
                                value: string;
                            };
                        }[];
                        lastTest: {
                            /** Format: date-time */
                            at: string;
                            /**
                             * @description What would have happened to whoever came
                             * @enum {string}
                             */
                            outcome: "sign_in" | "link" | "create" | "take_over" | "refused";
                            /** @description Code of the error, when it was refused */
                            code: string | null;
                            reason: string | null;
                            email: string | null;
                            name: string | null;
                            groups: string[];
                            attributes: {
                                name: string;
                                values: string[];
                            }[];
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentitySsoProvidersSsoProviderId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                ssoProviderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchIdentitySsoProvidersSsoProviderId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                ssoProviderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Name of it in a tool of yours */
                    resourceId?: string | null;
                    attributeMapping?: {
                        email?: string | null;
                        name?: string | null;
                        firstName?: string | null;
                        lastName?: string | null;
                        groups?: string | null;
                        /** @description Whoever is in the group holds the role; whoever is not does not */
                        roles?: {
                            group: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            roleId: string;
                        }[];
                    };
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    defaultRoleId?: string | null;
                    disabled?: boolean;
                    /** @description Or metadataUrl */
                    metadataXml?: string;
                    metadataUrl?: string;
                    issuer?: string;
                    clientId?: string;
                    clientSecret?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /** @enum {string} */
                        kind: "saml" | "oidc";
                        name: string;
                        resourceId: string | null;
                        disabled: boolean;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        defaultRoleId: string | null;
                        attributeMapping: {
                            email: string | null;
                            name: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            groups: string | null;
                            /** @description Whoever is in the group holds the role; whoever is not does not */
                            roles: {
                                group: string;
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                roleId: string;
                            }[];
                        };
                        saml: {
                            entityId: string;
                            signInUrl: string;
                            metadataXml: string;
                            metadataUrl: string | null;
                            certificates: {
                                /** @description SHA-256 */
                                fingerprint: string;
                                /** Format: date-time */
                                validUntil: string;
                            }[];
                        } | null;
                        oidc: {
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                        } | null;
                        domains: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            domain: string;
                            isProven: boolean;
                            /** Format: date-time */
                            provenAt: string | null;
                            /** @enum {string|null} */
                            provenBy: "dns" | "operator" | null;
                            /** Format: date-time */
                            missingSince: string | null;
                            /** @description DNS record that proves the domain; it may also stand at the domain itself */
                            record: {
                                name: string;
                                type: string;
                                value: string;
                            };
                        }[];
                        lastTest: {
                            /** Format: date-time */
                            at: string;
                            /**
                             * @description What would have happened to whoever came
                             * @enum {string}
                             */
                            outcome: "sign_in" | "link" | "create" | "take_over" | "refused";
                            /** @description Code of the error, when it was refused */
                            code: string | null;
                            reason: string | null;
                            email: string | null;
                            name: string | null;
                            groups: string[];
                            attributes: {
                                name: string;
                                values: string[];
                            }[];
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again.
             *
             *     `identity.rank_too_high` You cannot give or change a role that stands above your own.
             *
             *     `identity.permission_not_held` You cannot give a permission or module that you do not have: {permission}
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_resource_taken` There is a single sign-on with this resource id already.
             *
             *     `identity.sso_entity_changed` This metadata is of another identity provider. Set up a new single sign-on for it.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_kind_fixed` These settings do not belong to this kind of single sign-on.
             *
             *     `identity.sso_metadata_refused` This is not metadata of an identity provider that can be used ({reason}).
             *
             *     `outgoing_refused` The address {host} cannot be used: {reason}. Give a public https address.
             *
             *     `identity.no_such_role` There is no such role in this organization.
             *
             *     `identity.sso_role_refused` An owner’s role cannot be given by single sign-on.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outgoing_failed` The address {host} did not answer as expected: {reason}. Check it and try again. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySsoProvidersSsoProviderIdTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                ssoProviderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to send the browser */
                        url: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.saml_off` Single sign-on by SAML is switched off at this installation. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `outgoing_refused` The address {host} cannot be used: {reason}. Give a public https address.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_failed` The answer of {provider} could not be used ({reason}). Try again; if it happens again, tell an administrator.
             *
             *     `outgoing_failed` The address {host} did not answer as expected: {reason}. Check it and try again.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySsoProvidersSsoProviderIdDomains: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                ssoProviderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domain: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        domain: string;
                        isProven: boolean;
                        /** Format: date-time */
                        provenAt: string | null;
                        /** @enum {string|null} */
                        provenBy: "dns" | "operator" | null;
                        /** Format: date-time */
                        missingSince: string | null;
                        /** @description DNS record that proves the domain; it may also stand at the domain itself */
                        record: {
                            name: string;
                            type: string;
                            value: string;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_domain_claimed` This organization has this domain already.
             *
             *     `identity.sso_too_many` There are {limit} already; that is as many as an organization may have.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_domain_public` Anybody can get an address at {domain}, so no organization may claim it.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySsoProvidersSsoProviderIdDomainsDomainIdProofs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                ssoProviderId: string;
                /** @description UUID */
                domainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        domain: string;
                        isProven: boolean;
                        /** Format: date-time */
                        provenAt: string | null;
                        /** @enum {string|null} */
                        provenBy: "dns" | "operator" | null;
                        /** Format: date-time */
                        missingSince: string | null;
                        /** @description DNS record that proves the domain; it may also stand at the domain itself */
                        record: {
                            name: string;
                            type: string;
                            value: string;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_domain_not_proven` The proof was not found. Add the TXT record to the DNS of {domain} and try again; it can take hours to be seen.
             *
             *     `identity.sso_domain_taken` Another organization has proven this domain. Ask the people who run Stoa.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIdentitySsoProvidersSsoProviderIdDomainsDomainId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                ssoProviderId: string;
                /** @description UUID */
                domainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.proof_too_old` Confirm that it is you first: enter your password or use a second factor again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same for every address of a domain, whether or not somebody has it */
                        ways: ("password" | "code" | "passkey" | "sso" | "provider")[];
                        sso: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            providerId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "saml" | "oidc";
                            organizationName: string;
                            /** @description The organization asks its people to come this way */
                            isRequired: boolean;
                        } | null;
                        providers: {
                            key: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentitySsoVisits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    providerId?: string;
                    email?: string;
                    next?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to send the browser */
                        url: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.sso_disabled` This single sign-on is switched off. Sign in another way, or ask your administrator.
             *
             *     `identity.saml_off` Single sign-on by SAML is switched off at this installation.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.sso_unknown` There is no single sign-on for this address. Sign in another way, or ask your administrator. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `outgoing_refused` The address {host} cannot be used: {reason}. Give a public https address.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity.provider_failed` The answer of {provider} could not be used ({reason}). Try again; if it happens again, tell an administrator.
             *
             *     `outgoing_failed` The address {host} did not answer as expected: {reason}. Check it and try again.
             */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesObjects: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                bucket?: "attachments" | "course-media" | "public" | "imports";
                mediaType?: "image" | "video" | "audio" | "document";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            bucket: string;
                            mimeType: string;
                            /** @enum {string} */
                            mediaType: "image" | "video" | "audio" | "document";
                            /** @description Bytes */
                            size: number;
                            /** @description Hexadecimal */
                            sha256: string;
                            /** @description Pixels */
                            width: number | null;
                            /** @description Pixels */
                            height: number | null;
                            durationMs: number | null;
                            altText: string | null;
                            caption: string | null;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            ownerId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** @description Paths below the address of the installation; they work without signing in for one to two weeks */
                            urls: {
                                original: string;
                                web: string;
                                thumb: string;
                            };
                            can: {
                                edit: boolean;
                                delete: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFilesObjects: {
        parameters: {
            query?: {
                /** @description File name; a form brings its own */
                name?: string;
                bucket?: "attachments" | "course-media" | "public";
                /** @description What a picture shows, for those who do not see it */
                altText?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        bucket: string;
                        mimeType: string;
                        /** @enum {string} */
                        mediaType: "image" | "video" | "audio" | "document";
                        /** @description Bytes */
                        size: number;
                        /** @description Hexadecimal */
                        sha256: string;
                        /** @description Pixels */
                        width: number | null;
                        /** @description Pixels */
                        height: number | null;
                        durationMs: number | null;
                        altText: string | null;
                        caption: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        ownerId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** @description Paths below the address of the installation; they work without signing in for one to two weeks */
                        urls: {
                            original: string;
                            web: string;
                            thumb: string;
                        };
                        can: {
                            edit: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /**
             * @description `files.upload_broken` The upload broke off before its end. Nothing was kept; try again.
             *
             *     `files.no_file` The form holds no file. Choose one and try again.
             *
             *     `malformed_request` The request could not be read: {reason}
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` That is too large; at most {limit} bytes are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `files.type_mismatch` The file calls itself {declared}, but its contents are {found}. Send it under its true type.
             *
             *     `files.type_not_allowed` Files of the type {found} are not taken here. Allowed: {allowed}.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `files.name_refused` The file name would lead out of its folder. Rename the file and try again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `files.disk_full` There is no room left to store the file. Nothing was kept; ask the people who run this server. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesObjectsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        bucket: string;
                        mimeType: string;
                        /** @enum {string} */
                        mediaType: "image" | "video" | "audio" | "document";
                        /** @description Bytes */
                        size: number;
                        /** @description Hexadecimal */
                        sha256: string;
                        /** @description Pixels */
                        width: number | null;
                        /** @description Pixels */
                        height: number | null;
                        durationMs: number | null;
                        altText: string | null;
                        caption: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        ownerId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** @description Paths below the address of the installation; they work without signing in for one to two weeks */
                        urls: {
                            original: string;
                            web: string;
                            thumb: string;
                        };
                        can: {
                            edit: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFilesObjectsId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `files.in_use` This file is still used, for example in a course. Take it out there first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchFilesObjectsId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What a picture shows, for those who do not see it */
                    altText?: string | null;
                    caption?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        name: string;
                        bucket: string;
                        mimeType: string;
                        /** @enum {string} */
                        mediaType: "image" | "video" | "audio" | "document";
                        /** @description Bytes */
                        size: number;
                        /** @description Hexadecimal */
                        sha256: string;
                        /** @description Pixels */
                        width: number | null;
                        /** @description Pixels */
                        height: number | null;
                        durationMs: number | null;
                        altText: string | null;
                        caption: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        ownerId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** @description Paths below the address of the installation; they work without signing in for one to two weeks */
                        urls: {
                            original: string;
                            web: string;
                            thumb: string;
                        };
                        can: {
                            edit: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotifications: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                /** @description Only those I have not read */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            type: string;
                            title: string;
                            message: string;
                            /** @enum {string} */
                            severity: "info" | "warning" | "error" | "critical";
                            /** @description Path of the page it is about */
                            actionUrl: string | null;
                            metadata: {
                                [key: string]: unknown;
                            };
                            /** Format: date-time */
                            readAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationsRead: {
        parameters: {
            query: {
                /** @description at of the answer */
                at: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putNotificationsIdRead: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationsIdRead: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationsId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Kind of notice
                             * @enum {string}
                             */
                            type: "identity.role_changed" | "learning.enrolled" | "learning.certificate_issued" | "learning.certificate_revoked" | "learning.learner_completed" | "imports.finished" | "imports.failed";
                            inApp: boolean;
                            /** @description Sent only while mail is on at all in the preferences of the person */
                            email: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putNotificationsPreferences: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /**
                         * @description Kind of notice
                         * @enum {string}
                         */
                        type: "identity.role_changed" | "learning.enrolled" | "learning.certificate_issued" | "learning.certificate_revoked" | "learning.learner_completed" | "imports.finished" | "imports.failed";
                        inApp: boolean;
                        /** @description Sent only while mail is on at all in the preferences of the person */
                        email: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Kind of notice
                             * @enum {string}
                             */
                            type: "identity.role_changed" | "learning.enrolled" | "learning.certificate_issued" | "learning.certificate_revoked" | "learning.learner_completed" | "imports.finished" | "imports.failed";
                            inApp: boolean;
                            /** @description Sent only while mail is on at all in the preferences of the person */
                            email: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsMails: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                state?: "waiting" | "sent" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            userId: string | null;
                            type: string;
                            recipient: string;
                            subject: string;
                            /** @enum {string} */
                            state: "waiting" | "sent" | "failed";
                            attempts: number;
                            lastError: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            sentAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsCaughtMails: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            recipient: string;
                            sender: string;
                            subject: string;
                            /** Format: date-time */
                            caughtAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsCaughtMailsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        recipient: string;
                        sender: string;
                        subject: string;
                        /** Format: date-time */
                        caughtAt: string;
                        bodyText: string | null;
                        /** @description Show it in a sandbox only */
                        bodyHtml: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCourses: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                /** @description Words of the title; small slips are forgiven */
                q?: string;
                /** @description Lower-case letters, digits and hyphens */
                category?: string;
                level?: "beginner" | "intermediate" | "advanced";
                /** @description BCP 47 tag */
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string | null;
                            /** @enum {string|null} */
                            level: "beginner" | "intermediate" | "advanced" | null;
                            language: string;
                            durationMinutes: number | null;
                            /** @description Minor units of the currency; 0: free */
                            priceMinor: number;
                            currency: string;
                            isFeatured: boolean;
                            pageTotal: number;
                            learnerCount: number;
                            /** Format: date-time */
                            publishedAt: string | null;
                            category: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                slug: string;
                                name: string;
                            } | null;
                            instructor: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                                avatarUrl: string | null;
                            } | null;
                            cover: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                objectId: string;
                                url: string | null;
                                alt: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCoursesSlug: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Lower-case letters, digits and hyphens */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency; 0: free */
                        priceMinor: number;
                        currency: string;
                        isFeatured: boolean;
                        pageTotal: number;
                        learnerCount: number;
                        /** Format: date-time */
                        publishedAt: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        descriptionHtml: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        certificateEnabled: boolean;
                        revision: number;
                        counts: {
                            modules: number;
                            lessons: number;
                            pages: number;
                            quizzes: number;
                            /** @description Sum of the estimates of its pages */
                            minutes: number;
                        };
                        /** @description What readers see of the outline; of more than 120 parts only modules and lessons */
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            title: string;
                            description: string | null;
                            minutes: number | null;
                            pageTotal: number;
                            isPage: boolean;
                            hasQuiz: boolean;
                        }[];
                        enrollment: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            status: string;
                            percent: number;
                        } | null;
                        can: {
                            enroll: boolean;
                            learn: boolean;
                            edit: boolean;
                        };
                        /** @description Why it cannot be joined: a code of the message catalogue */
                        enrollRefusal: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                            description: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningCategories: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string | null;
                    /** @description Lower-case letters, digits and hyphens */
                    slug?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        name: string;
                        description: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.slug_taken` The address "{slug}" is used by another one. Choose a different address. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningCategoriesCategoryId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLearningCategoriesCategoryId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string | null;
                    /** @description Lower-case letters, digits and hyphens */
                    slug?: string;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        name: string;
                        description: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.slug_taken` The address "{slug}" is used by another one. Choose a different address.
             *
             *     `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCourses: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                q?: string;
                status?: "draft" | "scheduled" | "published" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string | null;
                            /** @enum {string} */
                            status: "draft" | "scheduled" | "published" | "archived";
                            /** @enum {string} */
                            visibility: "public" | "enrolled_only" | "premium";
                            categoryName: string | null;
                            instructor: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                                avatarUrl: string | null;
                            } | null;
                            cover: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                objectId: string;
                                url: string | null;
                                alt: string;
                            } | null;
                            pageTotal: number;
                            learnerCount: number;
                            completedCount: number;
                            /** Format: date-time */
                            publishedAt: string | null;
                            /** Format: date-time */
                            scheduledAt: string | null;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningStudioCourses: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioInstructors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCoursesCourseId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioCoursesCourseId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.course_has_learners` Somebody has joined this course, so it cannot be deleted. Archive it instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLearningStudioCoursesCourseId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description Lower-case letters, digits and hyphens */
                    slug?: string;
                    summary?: string | null;
                    descriptionHtml?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    categoryId?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    instructorId?: string | null;
                    /** @enum {string|null} */
                    level?: "beginner" | "intermediate" | "advanced" | null;
                    /** @description BCP 47 tag */
                    language?: string;
                    /** @description Minutes */
                    durationMinutes?: number | null;
                    priceMinor?: number;
                    currency?: string;
                    /** @enum {string} */
                    visibility?: "public" | "enrolled_only" | "premium";
                    isFeatured?: boolean;
                    certificateEnabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.slug_taken` The address "{slug}" is used by another one. Choose a different address. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioCoursesCourseIdCover: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    objectId: string;
                    /** @default  */
                    alt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioCoursesCourseIdCover: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioCoursesCourseIdPublication: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.course_not_ready` The course cannot be published yet: {problem}. Add what is missing and publish again.
             *
             *     `learning.course_archived` The course is archived. Take it out of the archive first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioCoursesCourseIdPublication: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioCoursesCourseIdArchive: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioCoursesCourseIdArchive: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string | null;
                        descriptionHtml: string | null;
                        category: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            name: string;
                        } | null;
                        instructor: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            avatarUrl: string | null;
                        } | null;
                        /** @enum {string|null} */
                        level: "beginner" | "intermediate" | "advanced" | null;
                        language: string;
                        durationMinutes: number | null;
                        /** @description Minor units of the currency */
                        priceMinor: number;
                        currency: string;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** @enum {string} */
                        visibility: "public" | "enrolled_only" | "premium";
                        /** Format: date-time */
                        publishedAt: string | null;
                        /** Format: date-time */
                        scheduledAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        isFeatured: boolean;
                        certificateEnabled: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        revision: number;
                        pageTotal: number;
                        learnerCount: number;
                        completedCount: number;
                        cover: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string;
                            url: string | null;
                            alt: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        can: {
                            edit: boolean;
                            publish: boolean;
                            delete: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCoursesCourseIdOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string;
                        revision: number;
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            slug: string;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            status: "draft" | "scheduled" | "published" | "archived";
                            /** Format: date-time */
                            releaseAt: string | null;
                            /** Format: date-time */
                            archivedAt: string | null;
                            estimatedMinutes: number | null;
                            /** @enum {string|null} */
                            difficulty: "beginner" | "intermediate" | "advanced" | null;
                            /** @description Children that are not in the bin */
                            childCount: number;
                            /** @description Pages learners see at or below it; 0: it is not shown */
                            pageTotal: number;
                            /** @description ETag of its content and details */
                            contentRevision: number;
                            /** @description Has content of its own */
                            isPage: boolean;
                            hasContent: boolean;
                            hasQuiz: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningStudioCoursesCourseIdNodes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    parentId?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after?: string | null;
                    /** @enum {string} */
                    status?: "draft" | "published";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "module" | "lesson" | "topic" | "subtopic";
                        slug: string;
                        title: string;
                        description: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** Format: date-time */
                        releaseAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        estimatedMinutes: number | null;
                        /** @enum {string|null} */
                        difficulty: "beginner" | "intermediate" | "advanced" | null;
                        /** @description Children that are not in the bin */
                        childCount: number;
                        /** @description Pages learners see at or below it; 0: it is not shown */
                        pageTotal: number;
                        /** @description ETag of its content and details */
                        contentRevision: number;
                        /** @description Has content of its own */
                        isPage: boolean;
                        hasContent: boolean;
                        hasQuiz: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.too_deep` An outline has four levels: module, lesson, topic, subtopic. Choose a place further up.
             *
             *     `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again.
             *
             *     `learning.limit_reached` There is no room for more here: at most {limit}.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioNodesNodeId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string;
                        revision: number;
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            slug: string;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            status: "draft" | "scheduled" | "published" | "archived";
                            /** Format: date-time */
                            releaseAt: string | null;
                            /** Format: date-time */
                            archivedAt: string | null;
                            estimatedMinutes: number | null;
                            /** @enum {string|null} */
                            difficulty: "beginner" | "intermediate" | "advanced" | null;
                            /** @description Children that are not in the bin */
                            childCount: number;
                            /** @description Pages learners see at or below it; 0: it is not shown */
                            pageTotal: number;
                            /** @description ETag of its content and details */
                            contentRevision: number;
                            /** @description Has content of its own */
                            isPage: boolean;
                            hasContent: boolean;
                            hasQuiz: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLearningStudioNodesNodeId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string | null;
                    /** @enum {string} */
                    status?: "draft" | "scheduled" | "published";
                    /** Format: date-time */
                    releaseAt?: string | null;
                    /** @description Minutes */
                    estimatedMinutes?: number | null;
                    /** @enum {string|null} */
                    difficulty?: "beginner" | "intermediate" | "advanced" | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "module" | "lesson" | "topic" | "subtopic";
                        slug: string;
                        title: string;
                        description: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "published" | "archived";
                        /** Format: date-time */
                        releaseAt: string | null;
                        /** Format: date-time */
                        archivedAt: string | null;
                        estimatedMinutes: number | null;
                        /** @enum {string|null} */
                        difficulty: "beginner" | "intermediate" | "advanced" | null;
                        /** @description Children that are not in the bin */
                        childCount: number;
                        /** @description Pages learners see at or below it; 0: it is not shown */
                        pageTotal: number;
                        /** @description ETag of its content and details */
                        contentRevision: number;
                        /** @description Has content of its own */
                        isPage: boolean;
                        hasContent: boolean;
                        hasQuiz: boolean;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.part_in_bin` This part is in the bin. Take it out of the bin first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioNodesNodeIdPlace: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    parentId: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string;
                        revision: number;
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            slug: string;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            status: "draft" | "scheduled" | "published" | "archived";
                            /** Format: date-time */
                            releaseAt: string | null;
                            /** Format: date-time */
                            archivedAt: string | null;
                            estimatedMinutes: number | null;
                            /** @enum {string|null} */
                            difficulty: "beginner" | "intermediate" | "advanced" | null;
                            /** @description Children that are not in the bin */
                            childCount: number;
                            /** @description Pages learners see at or below it; 0: it is not shown */
                            pageTotal: number;
                            /** @description ETag of its content and details */
                            contentRevision: number;
                            /** @description Has content of its own */
                            isPage: boolean;
                            hasContent: boolean;
                            hasQuiz: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.too_deep` An outline has four levels: module, lesson, topic, subtopic. Choose a place further up.
             *
             *     `learning.inside_itself` A part cannot be moved into itself. Choose another place.
             *
             *     `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again.
             *
             *     `learning.part_in_bin` This part is in the bin. Take it out of the bin first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioNodesNodeIdRestoration: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string;
                        revision: number;
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            slug: string;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            status: "draft" | "scheduled" | "published" | "archived";
                            /** Format: date-time */
                            releaseAt: string | null;
                            /** Format: date-time */
                            archivedAt: string | null;
                            estimatedMinutes: number | null;
                            /** @enum {string|null} */
                            difficulty: "beginner" | "intermediate" | "advanced" | null;
                            /** @description Children that are not in the bin */
                            childCount: number;
                            /** @description Pages learners see at or below it; 0: it is not shown */
                            pageTotal: number;
                            /** @description ETag of its content and details */
                            contentRevision: number;
                            /** @description Has content of its own */
                            isPage: boolean;
                            hasContent: boolean;
                            hasQuiz: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.too_deep` An outline has four levels: module, lesson, topic, subtopic. Choose a place further up. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCoursesCourseIdBin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            title: string;
                            /** Format: date-time */
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioCoursesCourseIdBin: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        removed: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioNodesNodeIdContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        nodeId: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string;
                        title: string;
                        /** @enum {string} */
                        kind: "module" | "lesson" | "topic" | "subtopic";
                        isPage: boolean;
                        /** @description Sent as ETag; give it back in If-Match */
                        contentRevision: number;
                        blocks: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                            content: {
                                [key: string]: unknown;
                            };
                        }[];
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            maxAttempts: number | null;
                            timeLimitMinutes: number | null;
                            shuffle: boolean;
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                    feedbackHtml: string | null;
                                }[];
                                answer: {
                                    correct?: string[];
                                    numeric?: {
                                        answer: number;
                                        tolerance: number;
                                        /** @enum {string} */
                                        toleranceKind: "absolute" | "percent";
                                        range: number[] | null;
                                    }[];
                                    texts?: string[];
                                    caseSensitive?: boolean;
                                };
                                hints: string[];
                                explanationHtml: string | null;
                            }[];
                        } | null;
                        files: {
                            [key: string]: {
                                url: string;
                                name: string;
                                mimeType: string;
                            };
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioNodesNodeIdContent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    blocks: {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id?: string;
                        /** @enum {string} */
                        type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                        /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                        content: {
                            [key: string]: unknown;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                            content: {
                                [key: string]: unknown;
                            };
                        }[];
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.not_a_page` Only a page has content: a lesson, topic or subtopic with nothing below it. Open one of its pages. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningStudioNodesNodeIdBlocks: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                    /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                    content: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        block: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                            content: {
                                [key: string]: unknown;
                            };
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_a_page` Only a page has content: a lesson, topic or subtopic with nothing below it. Open one of its pages.
             *
             *     `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again.
             *
             *     `learning.limit_reached` There is no room for more here: at most {limit}.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioBlocksBlockId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                blockId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                    /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                    content: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        block: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                            content: {
                                [key: string]: unknown;
                            };
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioBlocksBlockId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                blockId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                            content: {
                                [key: string]: unknown;
                            };
                        }[];
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioBlocksBlockIdPlace: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                blockId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; exercise {title, html, hints, solutionHtml} */
                            content: {
                                [key: string]: unknown;
                            };
                        }[];
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioNodesNodeIdQuiz: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string | null;
                    introHtml?: string | null;
                    /** @default true */
                    isRequired: boolean;
                    /**
                     * @description 0: answering is enough
                     * @default 0
                     */
                    passPercent: number;
                    maxAttempts?: number | null;
                    timeLimitMinutes?: number | null;
                    /** @default false */
                    shuffle: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            maxAttempts: number | null;
                            timeLimitMinutes: number | null;
                            shuffle: boolean;
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                    feedbackHtml: string | null;
                                }[];
                                answer: {
                                    correct?: string[];
                                    numeric?: {
                                        answer: number;
                                        tolerance: number;
                                        /** @enum {string} */
                                        toleranceKind: "absolute" | "percent";
                                        range: number[] | null;
                                    }[];
                                    texts?: string[];
                                    caseSensitive?: boolean;
                                };
                                hints: string[];
                                explanationHtml: string | null;
                            }[];
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.not_a_page` Only a page has content: a lesson, topic or subtopic with nothing below it. Open one of its pages. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioNodesNodeIdQuiz: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningStudioNodesNodeIdQuestions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                    promptHtml: string;
                    /** @default 1 */
                    points: number;
                    /** @default [] */
                    options: {
                        key: string;
                        html: string;
                        feedbackHtml: string | null;
                    }[];
                    answer: {
                        correct?: string[];
                        numeric?: {
                            answer: number;
                            tolerance: number;
                            /** @enum {string} */
                            toleranceKind: "absolute" | "percent";
                            range: number[] | null;
                        }[];
                        texts?: string[];
                        caseSensitive?: boolean;
                    };
                    /** @default [] */
                    hints: string[];
                    explanationHtml?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            maxAttempts: number | null;
                            timeLimitMinutes: number | null;
                            shuffle: boolean;
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                    feedbackHtml: string | null;
                                }[];
                                answer: {
                                    correct?: string[];
                                    numeric?: {
                                        answer: number;
                                        tolerance: number;
                                        /** @enum {string} */
                                        toleranceKind: "absolute" | "percent";
                                        range: number[] | null;
                                    }[];
                                    texts?: string[];
                                    caseSensitive?: boolean;
                                };
                                hints: string[];
                                explanationHtml: string | null;
                            }[];
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.no_quiz` This page has no quiz yet. Add one first.
             *
             *     `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again.
             *
             *     `learning.limit_reached` There is no room for more here: at most {limit}.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioQuestionsQuestionId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                    promptHtml: string;
                    /** @default 1 */
                    points: number;
                    /** @default [] */
                    options: {
                        key: string;
                        html: string;
                        feedbackHtml: string | null;
                    }[];
                    answer: {
                        correct?: string[];
                        numeric?: {
                            answer: number;
                            tolerance: number;
                            /** @enum {string} */
                            toleranceKind: "absolute" | "percent";
                            range: number[] | null;
                        }[];
                        texts?: string[];
                        caseSensitive?: boolean;
                    };
                    /** @default [] */
                    hints: string[];
                    explanationHtml?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            maxAttempts: number | null;
                            timeLimitMinutes: number | null;
                            shuffle: boolean;
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                    feedbackHtml: string | null;
                                }[];
                                answer: {
                                    correct?: string[];
                                    numeric?: {
                                        answer: number;
                                        tolerance: number;
                                        /** @enum {string} */
                                        toleranceKind: "absolute" | "percent";
                                        range: number[] | null;
                                    }[];
                                    texts?: string[];
                                    caseSensitive?: boolean;
                                };
                                hints: string[];
                                explanationHtml: string | null;
                            }[];
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioQuestionsQuestionId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            maxAttempts: number | null;
                            timeLimitMinutes: number | null;
                            shuffle: boolean;
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                    feedbackHtml: string | null;
                                }[];
                                answer: {
                                    correct?: string[];
                                    numeric?: {
                                        answer: number;
                                        tolerance: number;
                                        /** @enum {string} */
                                        toleranceKind: "absolute" | "percent";
                                        range: number[] | null;
                                    }[];
                                    texts?: string[];
                                    caseSensitive?: boolean;
                                };
                                hints: string[];
                                explanationHtml: string | null;
                            }[];
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningStudioQuestionsQuestionIdPlace: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            maxAttempts: number | null;
                            timeLimitMinutes: number | null;
                            shuffle: boolean;
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                    feedbackHtml: string | null;
                                }[];
                                answer: {
                                    correct?: string[];
                                    numeric?: {
                                        answer: number;
                                        tolerance: number;
                                        /** @enum {string} */
                                        toleranceKind: "absolute" | "percent";
                                        range: number[] | null;
                                    }[];
                                    texts?: string[];
                                    caseSensitive?: boolean;
                                };
                                hints: string[];
                                explanationHtml: string | null;
                            }[];
                        };
                        contentRevision: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCoursesCourseIdResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string | null;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            type: "file" | "link";
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string | null;
                            url: string | null;
                            /** @description Bytes */
                            size: number | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningStudioCoursesCourseIdResources: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    description?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    nodeId?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    objectId?: string;
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string | null;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            type: "file" | "link";
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string | null;
                            url: string | null;
                            /** @description Bytes */
                            size: number | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.limit_reached` There is no room for more here: at most {limit}. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.file_unfit` The file cannot be used here: it is gone, or of another type than needed ({wanted}). Upload it again.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningStudioResourcesResourceId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string | null;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            type: "file" | "link";
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string | null;
                            url: string | null;
                            /** @description Bytes */
                            size: number | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLearningStudioResourcesResourceId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string | null;
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string | null;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            type: "file" | "link";
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            objectId: string | null;
                            url: string | null;
                            /** @description Bytes */
                            size: number | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.not_a_sibling` The part it should follow is not there any more. Load the outline again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningEnrollments: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                            done: number;
                            total: number;
                            percent: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            completedAt: string | null;
                            /** Format: date-time */
                            lastActivityAt: string | null;
                            /** Format: date-time */
                            expiresAt: string | null;
                            course: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                slug: string;
                                title: string;
                                summary: string | null;
                                level: string | null;
                                coverUrl: string | null;
                                coverAlt: string;
                            };
                            resume: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                nodeId: string;
                                title: string;
                            } | null;
                            certificateNumber: string | null;
                            isBanned: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningCoursesCourseIdEnrollment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string;
                        /** @enum {string} */
                        status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                        /** @description Finished pages */
                        done: number;
                        /** @description Pages of the course */
                        total: number;
                        percent: number;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        completedAt: string | null;
                        /** Format: date-time */
                        expiresAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningCoursesCourseIdEnrollment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningLearnersEnrollmentIdBan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * @description Empty: for good
                     * @default null
                     */
                    until: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningLearnersEnrollmentIdBan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCoursesCourseIdPlayer: {
        parameters: {
            query?: {
                /** @description Only the modules, and what is right below each part above this one */
                around?: string;
                /** @description Only what is right below this part; together with `around`: opened beside it */
                branch?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        course: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                            /** @description Finished pages */
                            done: number;
                            /** @description Pages of the course */
                            total: number;
                            percent: number;
                            isCompleted: boolean;
                        };
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        enrollmentId: string | null;
                        /** @description An author looks without being enrolled; nothing is counted. */
                        isPreview: boolean;
                        /** @description Finishing earns a certificate; a job makes it */
                        certificateEnabled: boolean;
                        certificateNumber: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        resumeId: string | null;
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            depth: number;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            title: string;
                            minutes: number | null;
                            isPage: boolean;
                            isLocked: boolean;
                            /** Format: date-time */
                            opensAt: string | null;
                            hasQuiz: boolean;
                            total: number;
                            done: number;
                            percent: number;
                            isCompleted: boolean;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_enrolled` Join the course first.
             *
             *     `learning.banned` You have been kept out of this course: {reason} Ask the teacher if you think this is a mistake.
             *
             *     `learning.enrollment_expired` Your time in this course is over. Ask the teacher to renew it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningPagesNodeId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        title: string;
                        /** @enum {string} */
                        kind: "module" | "lesson" | "topic" | "subtopic";
                        description: string | null;
                        minutes: number | null;
                        isPreview: boolean;
                        course: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                            /** @description Finished pages */
                            done: number;
                            /** @description Pages of the course */
                            total: number;
                            percent: number;
                            isCompleted: boolean;
                        };
                        breadcrumbs: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                        }[];
                        /** @description This is page n of course.total */
                        place: number | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        previousId: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        nextId: string | null;
                        progress: {
                            isCompleted: boolean;
                            /** Format: date-time */
                            completedAt: string | null;
                            timeSpentSeconds: number;
                        };
                        can: {
                            finish: boolean;
                            reopen: boolean;
                            startAttempt: boolean;
                        };
                        blocks: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "text" | "image" | "video" | "audio" | "document" | "code" | "callout" | "embed" | "exercise";
                            /** @description text, callout, exercise: sanitized, links resolved */
                            html?: string;
                            /** @enum {string} */
                            tone?: "info" | "warning" | "tip";
                            /** @description image, video, audio, document, embed; null when the file is gone */
                            url?: string | null;
                            alt?: string;
                            caption?: string | null;
                            title?: string | null;
                            youtubeId?: string | null;
                            durationSeconds?: number | null;
                            captions?: {
                                language: string;
                                url: string;
                            }[];
                            transcriptHtml?: string | null;
                            language?: string | null;
                            code?: string;
                            /** @description embed: may stand in a frame; else show a link */
                            isFramed?: boolean;
                            hints?: string[];
                            solutionHtml?: string | null;
                        }[];
                        resources: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string;
                            description: string | null;
                            /** @enum {string} */
                            type: "file" | "link";
                            url: string | null;
                            size: number | null;
                        }[];
                        quiz: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            title: string | null;
                            introHtml: string | null;
                            isRequired: boolean;
                            passPercent: number;
                            timeLimitMinutes: number | null;
                            maxAttempts: number | null;
                            questionCount: number;
                            /** @description Empty before the start of a timed quiz */
                            questions: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                /** @enum {string} */
                                type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                                promptHtml: string;
                                points: number;
                                options: {
                                    key: string;
                                    html: string;
                                }[];
                                hints: string[];
                            }[];
                            attempts: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                number: number;
                                /** @enum {string} */
                                state: "open" | "submitted";
                                /** @description Percent */
                                score: number | null;
                                passed: boolean | null;
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                dueAt: string | null;
                                /** Format: date-time */
                                submittedAt: string | null;
                            }[];
                            /** @description Empty: as many as one likes */
                            attemptsLeft: number | null;
                            bestScore: number | null;
                            isPassed: boolean;
                            openAttempt: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                number: number;
                                /** Format: date-time */
                                dueAt: string | null;
                                /** @description By question: an option key or a text, or several option keys */
                                answers: {
                                    [key: string]: string | string[] | null;
                                };
                            } | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_enrolled` Join the course first.
             *
             *     `learning.banned` You have been kept out of this course: {reason} Ask the teacher if you think this is a mistake.
             *
             *     `learning.enrollment_expired` Your time in this course is over. Ask the teacher to renew it.
             *
             *     `learning.page_locked` This page has not opened yet. It opens on {releaseAt}.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningPagesNodeIdCompletion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Finished pages */
                        done: number;
                        total: number;
                        percent: number;
                        /** @enum {string} */
                        status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                        /** Format: date-time */
                        completedAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_enrolled` Join the course first.
             *
             *     `learning.banned` You have been kept out of this course: {reason} Ask the teacher if you think this is a mistake.
             *
             *     `learning.enrollment_expired` Your time in this course is over. Ask the teacher to renew it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.quiz_first` Pass the quiz on this page first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLearningPagesNodeIdCompletion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Finished pages */
                        done: number;
                        total: number;
                        percent: number;
                        /** @enum {string} */
                        status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                        /** Format: date-time */
                        completedAt: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_enrolled` Join the course first.
             *
             *     `learning.banned` You have been kept out of this course: {reason} Ask the teacher if you think this is a mistake.
             *
             *     `learning.enrollment_expired` Your time in this course is over. Ask the teacher to renew it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningPagesNodeIdViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Read since the sign before
                     * @default 0
                     */
                    seconds: number;
                } | string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False for authors in a preview and for those who may not read the page */
                        isCounted: boolean;
                        /** @description On this page so far */
                        timeSpentSeconds: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningQuizzesQuizIdAttempts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                quizId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        quizId: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        nodeId: string;
                        number: number;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        dueAt: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
                        /** @description Percent, rounded down */
                        score: number | null;
                        pointsEarned: number | null;
                        pointsTotal: number | null;
                        correctAnswers: number | null;
                        totalQuestions: number;
                        passed: boolean | null;
                        passPercent: number;
                        /** @description Empty: as many as one likes */
                        attemptsLeft: number | null;
                        /** @description Passed, or nothing left to try for */
                        isKeyShown: boolean;
                        questions: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                            promptHtml: string;
                            points: number;
                            options: {
                                key: string;
                                html: string;
                            }[];
                            hints: string[];
                            answer: string | string[] | null;
                            isCorrect: boolean | null;
                            pointsEarned: number | null;
                            /** @description What the chosen options say */
                            feedbackHtml: string[];
                            /** @description Once the answer was right or the key is shown */
                            explanationHtml: string | null;
                            key: {
                                options: string[];
                                texts: string[];
                            } | null;
                        }[];
                        standing: {
                            /** @description Finished pages */
                            done: number;
                            total: number;
                            percent: number;
                            /** @enum {string} */
                            status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                            /** Format: date-time */
                            completedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_enrolled` Join the course first.
             *
             *     `learning.banned` You have been kept out of this course: {reason} Ask the teacher if you think this is a mistake.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.no_attempts_left` You have used all {max} attempts at this quiz. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningAttemptsAttemptId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        quizId: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        nodeId: string;
                        number: number;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        dueAt: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
                        /** @description Percent, rounded down */
                        score: number | null;
                        pointsEarned: number | null;
                        pointsTotal: number | null;
                        correctAnswers: number | null;
                        totalQuestions: number;
                        passed: boolean | null;
                        passPercent: number;
                        /** @description Empty: as many as one likes */
                        attemptsLeft: number | null;
                        /** @description Passed, or nothing left to try for */
                        isKeyShown: boolean;
                        questions: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                            promptHtml: string;
                            points: number;
                            options: {
                                key: string;
                                html: string;
                            }[];
                            hints: string[];
                            answer: string | string[] | null;
                            isCorrect: boolean | null;
                            pointsEarned: number | null;
                            /** @description What the chosen options say */
                            feedbackHtml: string[];
                            /** @description Once the answer was right or the key is shown */
                            explanationHtml: string | null;
                            key: {
                                options: string[];
                                texts: string[];
                            } | null;
                        }[];
                        standing: {
                            /** @description Finished pages */
                            done: number;
                            total: number;
                            percent: number;
                            /** @enum {string} */
                            status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                            /** Format: date-time */
                            completedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLearningAttemptsAttemptId: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By question: an option key or a text, or several option keys */
                    answers: {
                        [key: string]: string | string[] | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.attempt_over` This attempt is over. Look at its result. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningAttemptsAttemptIdSubmission: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By question: an option key or a text, or several option keys */
                    answers: {
                        [key: string]: string | string[] | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        quizId: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        nodeId: string;
                        number: number;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        dueAt: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
                        /** @description Percent, rounded down */
                        score: number | null;
                        pointsEarned: number | null;
                        pointsTotal: number | null;
                        correctAnswers: number | null;
                        totalQuestions: number;
                        passed: boolean | null;
                        passPercent: number;
                        /** @description Empty: as many as one likes */
                        attemptsLeft: number | null;
                        /** @description Passed, or nothing left to try for */
                        isKeyShown: boolean;
                        questions: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                            promptHtml: string;
                            points: number;
                            options: {
                                key: string;
                                html: string;
                            }[];
                            hints: string[];
                            answer: string | string[] | null;
                            isCorrect: boolean | null;
                            pointsEarned: number | null;
                            /** @description What the chosen options say */
                            feedbackHtml: string[];
                            /** @description Once the answer was right or the key is shown */
                            explanationHtml: string | null;
                            key: {
                                options: string[];
                                texts: string[];
                            } | null;
                        }[];
                        standing: {
                            /** @description Finished pages */
                            done: number;
                            total: number;
                            percent: number;
                            /** @enum {string} */
                            status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                            /** Format: date-time */
                            completedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCertificates: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            status: "valid" | "revoked" | "expired";
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            courseId: string;
                            courseTitle: string;
                            recipientName: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCertificatesNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as STOA-2026-000042-7K3QWM */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        /** @enum {string} */
                        status: "valid" | "revoked" | "expired";
                        recipientName: string;
                        courseTitle: string;
                        organizationName: string;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revocationReason: string | null;
                        isMine: boolean;
                        can: {
                            revoke: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningCertificatesNumberPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as STOA-2026-000042-7K3QWM */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.certificate_revoked` This certificate has been revoked; there is no document of it any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningCertificatesNumberRevocation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Such as STOA-2026-000042-7K3QWM */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        /** @enum {string} */
                        status: "valid" | "revoked" | "expired";
                        recipientName: string;
                        courseTitle: string;
                        organizationName: string;
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: date-time */
                        revokedAt: string | null;
                        revocationReason: string | null;
                        isMine: boolean;
                        can: {
                            revoke: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `learning.already_revoked` This certificate has been revoked already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCoursesCourseIdLearners: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                /** @description Part of a name or an address */
                q?: string;
                status?: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                tag?: "top_performer" | "needs_help" | "slow_learner" | "active_communicator";
            };
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            enrollmentId: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                                email: string | null;
                                avatarUrl: string | null;
                            };
                            /** @enum {string} */
                            status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                            done: number;
                            total: number;
                            percent: number;
                            timeSpentSeconds: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            lastActivityAt: string | null;
                            /** Format: date-time */
                            completedAt: string | null;
                            tags: ("top_performer" | "needs_help" | "slow_learner" | "active_communicator")[];
                            isBanned: boolean;
                            certificate: {
                                number: string;
                                /** @enum {string} */
                                status: "valid" | "revoked" | "expired";
                            } | null;
                        }[];
                        next: string | null;
                        can: {
                            manage: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLearningStudioCoursesCourseIdLearners: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who was in already is not counted */
                        added: number;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `learning.not_members` Some of these people are not members of the organization. Invite them first.
             *
             *     `invalid_input` Some fields need another look.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningStudioCoursesCourseIdCandidates: {
        parameters: {
            query: {
                /** @description Part of a name or an address */
                q: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description At most 20 */
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            avatarUrl: string | null;
                        }[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningLearnersEnrollmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        enrollmentId: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                            email: string | null;
                            avatarUrl: string | null;
                        };
                        /** @enum {string} */
                        status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                        done: number;
                        total: number;
                        percent: number;
                        timeSpentSeconds: number;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        lastActivityAt: string | null;
                        /** Format: date-time */
                        completedAt: string | null;
                        tags: ("top_performer" | "needs_help" | "slow_learner" | "active_communicator")[];
                        isBanned: boolean;
                        certificate: {
                            number: string;
                            /** @enum {string} */
                            status: "valid" | "revoked" | "expired";
                        } | null;
                        course: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                        };
                        ban: {
                            reason: string;
                            /** Format: date-time */
                            until: string | null;
                        } | null;
                        nodes: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            parentId: string | null;
                            depth: number;
                            /** @enum {string} */
                            kind: "module" | "lesson" | "topic" | "subtopic";
                            title: string;
                            isPage: boolean;
                            total: number;
                            done: number;
                            timeSpentSeconds: number;
                            /** Format: date-time */
                            lastViewedAt: string | null;
                            /** Format: date-time */
                            completedAt: string | null;
                        }[];
                        attempts: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string;
                            nodeTitle: string;
                            number: number;
                            /** @enum {string} */
                            state: "open" | "submitted";
                            score: number | null;
                            correctAnswers: number | null;
                            totalQuestions: number;
                            passed: boolean | null;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            submittedAt: string | null;
                        }[];
                        can: {
                            manage: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningLearnersEnrollmentIdAttemptsAttemptId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                enrollmentId: string;
                /** @description UUID */
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        quizId: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        nodeId: string;
                        number: number;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        dueAt: string | null;
                        /** Format: date-time */
                        submittedAt: string | null;
                        /** @description Percent, rounded down */
                        score: number | null;
                        pointsEarned: number | null;
                        pointsTotal: number | null;
                        correctAnswers: number | null;
                        totalQuestions: number;
                        passed: boolean | null;
                        passPercent: number;
                        /** @description Empty: as many as one likes */
                        attemptsLeft: number | null;
                        /** @description Passed, or nothing left to try for */
                        isKeyShown: boolean;
                        questions: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "single" | "multiple" | "dropdown" | "numeric" | "short_text";
                            promptHtml: string;
                            points: number;
                            options: {
                                key: string;
                                html: string;
                            }[];
                            hints: string[];
                            answer: string | string[] | null;
                            isCorrect: boolean | null;
                            pointsEarned: number | null;
                            /** @description What the chosen options say */
                            feedbackHtml: string[];
                            /** @description Once the answer was right or the key is shown */
                            explanationHtml: string | null;
                            key: {
                                options: string[];
                                texts: string[];
                            } | null;
                        }[];
                        standing: {
                            /** @description Finished pages */
                            done: number;
                            total: number;
                            percent: number;
                            /** @enum {string} */
                            status: "pending" | "active" | "completed" | "cancelled" | "refunded" | "past_due";
                            /** Format: date-time */
                            completedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLearningLearnersEnrollmentIdTags: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tags: ("top_performer" | "needs_help" | "slow_learner" | "active_communicator")[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tags: ("top_performer" | "needs_help" | "slow_learner" | "active_communicator")[];
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearningLearnersEnrollmentIdActivities: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /** @enum {string} */
                            type: "logged_in" | "completed_lesson" | "downloaded_file" | "missed_assignment" | "submitted_assignment" | "viewed_lesson" | "started_course";
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string | null;
                            nodeTitle: string | null;
                            description: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminRuns: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            /** @description waiting, running, done, failed or cancelled */
                            state: string;
                            stage: string | null;
                            percent: number;
                            detail: {
                                [key: string]: unknown;
                            };
                            result: {
                                [key: string]: unknown;
                            } | null;
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                            cancelRequested: boolean;
                            startedBy: {
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startedAt: string | null;
                            /** Format: date-time */
                            finishedAt: string | null;
                            can: {
                                cancel: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminRunsRunId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        /** @description waiting, running, done, failed or cancelled */
                        state: string;
                        stage: string | null;
                        percent: number;
                        detail: {
                            [key: string]: unknown;
                        };
                        result: {
                            [key: string]: unknown;
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        cancelRequested: boolean;
                        startedBy: {
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        startedAt: string | null;
                        /** Format: date-time */
                        finishedAt: string | null;
                        can: {
                            cancel: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAdminRunsRunIdCancellation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: string;
                        /** @description waiting, running, done, failed or cancelled */
                        state: string;
                        stage: string | null;
                        percent: number;
                        detail: {
                            [key: string]: unknown;
                        };
                        result: {
                            [key: string]: unknown;
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        cancelRequested: boolean;
                        startedBy: {
                            id: string;
                            name: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        startedAt: string | null;
                        /** Format: date-time */
                        finishedAt: string | null;
                        can: {
                            cancel: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `admin.run_over` This has already ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsCourses: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            runId: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            /** @description reading, files, writing or report */
                            stage: string | null;
                            percent: number;
                            /** @description Files of the package that are stored, of filesTotal */
                            filesDone: number;
                            filesTotal: number;
                            fileName: string;
                            /** @enum {string|null} */
                            packageKind: "olx" | "common-cartridge" | null;
                            packageVersion: string | null;
                            /** @description To be published at once */
                            publish: boolean;
                            /** @description Title of the course, once it is read */
                            title: string | null;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            courseId: string | null;
                            counts: {
                                imported: number;
                                converted: number;
                                dropped: number;
                            };
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                            startedBy: {
                                /**
                                 * Format: uuid
                                 * @description UUID
                                 */
                                id: string;
                                name: string;
                            } | null;
                            cancelRequested: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            finishedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsCourses: {
        parameters: {
            query?: {
                /** @description Name of the package; a form brings its own */
                fileName?: string;
                /** @description Publish the course at once */
                publish?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        importId: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        runId: string;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large` That is too large; at most {limit} bytes are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsCoursesImportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        runId: string;
                        /** @enum {string} */
                        state: "waiting" | "running" | "done" | "failed" | "cancelled";
                        /** @description reading, files, writing or report */
                        stage: string | null;
                        percent: number;
                        /** @description Files of the package that are stored, of filesTotal */
                        filesDone: number;
                        filesTotal: number;
                        fileName: string;
                        /** @enum {string|null} */
                        packageKind: "olx" | "common-cartridge" | null;
                        packageVersion: string | null;
                        /** @description To be published at once */
                        publish: boolean;
                        /** @description Title of the course, once it is read */
                        title: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string | null;
                        counts: {
                            imported: number;
                            converted: number;
                            dropped: number;
                        };
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        startedBy: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        cancelRequested: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** @description The report counted by kind of item */
                        summary: {
                            kind: string;
                            imported: number;
                            converted: number;
                            dropped: number;
                        }[];
                        course: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                            status: string;
                        } | null;
                        can: {
                            cancel: boolean;
                            publish: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putImportsCoursesImportIdCancellation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUID */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        runId: string;
                        /** @enum {string} */
                        state: "waiting" | "running" | "done" | "failed" | "cancelled";
                        /** @description reading, files, writing or report */
                        stage: string | null;
                        percent: number;
                        /** @description Files of the package that are stored, of filesTotal */
                        filesDone: number;
                        filesTotal: number;
                        fileName: string;
                        /** @enum {string|null} */
                        packageKind: "olx" | "common-cartridge" | null;
                        packageVersion: string | null;
                        /** @description To be published at once */
                        publish: boolean;
                        /** @description Title of the course, once it is read */
                        title: string | null;
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        courseId: string | null;
                        counts: {
                            imported: number;
                            converted: number;
                            dropped: number;
                        };
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        startedBy: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            name: string;
                        } | null;
                        cancelRequested: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt: string | null;
                        /** @description The report counted by kind of item */
                        summary: {
                            kind: string;
                            imported: number;
                            converted: number;
                            dropped: number;
                        }[];
                        course: {
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            id: string;
                            slug: string;
                            title: string;
                            status: string;
                        } | null;
                        can: {
                            cancel: boolean;
                            publish: boolean;
                        };
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `imports.over` This import has already come to its end, so there is nothing to cancel. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsCoursesImportIdReport: {
        parameters: {
            query?: {
                /** @description Rows at most */
                limit?: number;
                /** @description next of the page before */
                cursor?: string;
                outcome?: "imported" | "converted" | "dropped";
                /** @description Kind of item, as in the summary */
                kind?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: number;
                            sourceKind: string;
                            sourceId: string;
                            title: string | null;
                            /** @enum {string} */
                            outcome: "imported" | "converted" | "dropped";
                            code: string;
                            /** @description What became of the item, in the reader's language */
                            message: string;
                            /**
                             * Format: uuid
                             * @description UUID
                             */
                            nodeId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsCoursesImportIdReportCsv: {
        parameters: {
            query?: {
                outcome?: "imported" | "converted" | "dropped";
                /** @description Kind of item, as in the summary */
                kind?: string;
            };
            header?: never;
            path: {
                /** @description UUID */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request` The request could not be read: {reason} */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_required` Sign in to do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found` There is nothing here, or you may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input` Some fields need another look. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
