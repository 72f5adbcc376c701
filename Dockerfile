# Everything `npm start` would install and build, once; at start it finds nothing stale. glibc, not Alpine: the
# same packages run here as on any other machine.
FROM node:20-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .
RUN node cli/build.mjs && mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "cli/start.mjs"]
