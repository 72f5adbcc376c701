-- CreateIndex
CREATE INDEX "Outgoing_fileState_fileNextAt_idx" ON "Outgoing"("fileState", "fileNextAt");
