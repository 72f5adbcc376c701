-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "mailboxId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'personal',
    "protocol" TEXT NOT NULL DEFAULT 'imap',
    "imapUrl" TEXT NOT NULL,
    "smtpUrl" TEXT NOT NULL,
    "pop3Url" TEXT,
    "username" TEXT NOT NULL,
    "ca" TEXT,
    "secret" JSONB NOT NULL,
    "syncState" TEXT NOT NULL DEFAULT 'new',
    "syncError" JSONB,
    "verifiedAt" TIMESTAMPTZ(3),
    "nextTryAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "signInFailures" INTEGER NOT NULL DEFAULT 0,
    "sendPausedUntil" TIMESTAMPTZ(3),
    "capabilities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Folder" (
    "id" UUID NOT NULL,
    "mailboxId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL DEFAULT '/',
    "role" TEXT,
    "selectable" BOOLEAN NOT NULL DEFAULT true,
    "subscribed" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "uidValidity" BIGINT,
    "uidNext" BIGINT NOT NULL DEFAULT 0,
    "modseq" BIGINT NOT NULL DEFAULT 0,
    "lowUid" BIGINT,
    "serverTotal" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "unread" INTEGER NOT NULL DEFAULT 0,
    "verifiedAt" TIMESTAMPTZ(3),
    "revision" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "mailboxId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "uid" BIGINT,
    "modseq" BIGINT NOT NULL DEFAULT 0,
    "emailId" TEXT,
    "messageId" TEXT NOT NULL DEFAULT '',
    "inReplyTo" TEXT NOT NULL DEFAULT '',
    "references" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "subject" TEXT NOT NULL DEFAULT '',
    "from" JSONB NOT NULL DEFAULT '[]',
    "to" JSONB NOT NULL DEFAULT '[]',
    "cc" JSONB NOT NULL DEFAULT '[]',
    "bcc" JSONB NOT NULL DEFAULT '[]',
    "replyTo" JSONB NOT NULL DEFAULT '[]',
    "date" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "fromSort" TEXT NOT NULL DEFAULT '',
    "subjectSort" TEXT NOT NULL DEFAULT '',
    "seen" BOOLEAN NOT NULL DEFAULT false,
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "draft" BOOLEAN NOT NULL DEFAULT false,
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "hasAttachments" BOOLEAN NOT NULL DEFAULT false,
    "preview" TEXT NOT NULL DEFAULT '',
    "structure" JSONB,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageBody" (
    "messageId" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "html" TEXT,
    "sanitizer" INTEGER NOT NULL DEFAULT 0,
    "headers" JSONB NOT NULL DEFAULT '[]',
    "authentication" JSONB,
    "notices" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MessageBody_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT,
    "encoding" TEXT NOT NULL DEFAULT '7bit',
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "inline" BOOLEAN NOT NULL DEFAULT false,
    "contentId" TEXT,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FolderThread" (
    "folderId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "latestMessageId" UUID NOT NULL,
    "latestAt" TIMESTAMPTZ(3) NOT NULL,
    "messageCount" INTEGER NOT NULL,
    "unreadCount" INTEGER NOT NULL,

    CONSTRAINT "FolderThread_pkey" PRIMARY KEY ("folderId","threadId")
);

-- CreateTable
CREATE TABLE "PendingChange" (
    "id" BIGSERIAL NOT NULL,
    "mailboxId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PendingChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outgoing" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "mailboxId" UUID NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "messageId" TEXT NOT NULL,
    "envelopeFrom" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "composed" JSONB NOT NULL,
    "relatedId" UUID,
    "relation" TEXT,
    "holdUntil" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "attemptNo" INTEGER NOT NULL DEFAULT 0,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "phase" TEXT,
    "lastError" JSONB,
    "acceptedAt" TIMESTAMPTZ(3),
    "fileState" TEXT NOT NULL DEFAULT 'none',
    "fileAttempts" INTEGER NOT NULL DEFAULT 0,
    "fileNextAt" TIMESTAMPTZ(3),
    "fileError" TEXT,
    "filedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outgoing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingChunk" (
    "outgoingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "OutgoingChunk_pkey" PRIMARY KEY ("outgoingId","position")
);

-- CreateTable
CREATE TABLE "OutgoingRecipient" (
    "id" UUID NOT NULL,
    "outgoingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "replyCode" INTEGER,
    "replyEnhanced" TEXT,
    "replyText" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutgoingRecipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutgoingAttempt" (
    "id" UUID NOT NULL,
    "outgoingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "phase" TEXT NOT NULL,
    "outcome" TEXT,
    "error" JSONB,
    "transcript" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "OutgoingAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "mailboxId" UUID NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadAnchor" (
    "mailboxId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "threadId" UUID NOT NULL,

    CONSTRAINT "ThreadAnchor_pkey" PRIMARY KEY ("mailboxId","ref")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "density" TEXT NOT NULL DEFAULT 'comfortable',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Draft_userId_updatedAt_idx" ON "Draft"("userId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Upload_userId_idx" ON "Upload"("userId");

-- CreateIndex
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");

-- CreateIndex
CREATE INDEX "Event_channel_id_idx" ON "Event"("channel", "id");

-- CreateIndex
CREATE INDEX "Event_createdAt_idx" ON "Event"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_ownerId_address_key" ON "Mailbox"("ownerId", "address");

-- CreateIndex
CREATE UNIQUE INDEX "Folder_mailboxId_path_key" ON "Folder"("mailboxId", "path");

-- CreateIndex
CREATE INDEX "Message_folderId_receivedAt_id_idx" ON "Message"("folderId", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Message_folderId_seen_idx" ON "Message"("folderId", "seen");

-- CreateIndex
CREATE INDEX "Message_threadId_idx" ON "Message"("threadId");

-- CreateIndex
CREATE INDEX "Message_mailboxId_messageId_idx" ON "Message"("mailboxId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_folderId_uid_key" ON "Message"("folderId", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_messageId_position_key" ON "Attachment"("messageId", "position");

-- CreateIndex
CREATE INDEX "FolderThread_folderId_latestAt_threadId_idx" ON "FolderThread"("folderId", "latestAt" DESC, "threadId" DESC);

-- CreateIndex
CREATE INDEX "FolderThread_threadId_idx" ON "FolderThread"("threadId");

-- CreateIndex
CREATE INDEX "PendingChange_mailboxId_state_id_idx" ON "PendingChange"("mailboxId", "state", "id");

-- CreateIndex
CREATE INDEX "PendingChange_messageId_idx" ON "PendingChange"("messageId");

-- CreateIndex
CREATE INDEX "Outgoing_state_nextAttemptAt_idx" ON "Outgoing"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Outgoing_userId_createdAt_id_idx" ON "Outgoing"("userId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Outgoing_mailboxId_messageId_idx" ON "Outgoing"("mailboxId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Outgoing_userId_idempotencyKey_key" ON "Outgoing"("userId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingRecipient_outgoingId_position_key" ON "OutgoingRecipient"("outgoingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingAttempt_outgoingId_number_key" ON "OutgoingAttempt"("outgoingId", "number");

-- CreateIndex
CREATE INDEX "Thread_mailboxId_subject_idx" ON "Thread"("mailboxId", "subject");

-- CreateIndex
CREATE INDEX "ThreadAnchor_threadId_idx" ON "ThreadAnchor"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiKey_userId_idx" ON "ApiKey"("userId");

-- AddForeignKey
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageBody" ADD CONSTRAINT "MessageBody_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "MessageBody"("messageId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingChunk" ADD CONSTRAINT "OutgoingChunk_outgoingId_fkey" FOREIGN KEY ("outgoingId") REFERENCES "Outgoing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingRecipient" ADD CONSTRAINT "OutgoingRecipient_outgoingId_fkey" FOREIGN KEY ("outgoingId") REFERENCES "Outgoing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutgoingAttempt" ADD CONSTRAINT "OutgoingAttempt_outgoingId_fkey" FOREIGN KEY ("outgoingId") REFERENCES "Outgoing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
