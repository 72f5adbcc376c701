import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // attacker images are never decoded on the server
  images: { unoptimized: true },
  // several checkouts and test runs may build side by side
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  serverExternalPackages: [
    'imapflow',
    'nodemailer',
    'pino',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'sanitize-html',
    'postal-mime',
    'iconv-lite',
    'rate-limiter-flexible',
  ],
  // `npm run check` looks at types; a start on a team's machine need not, nor have the types of test packages
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['lucide-react', 'radix-ui'] },
}

export default createNextIntlPlugin('./components/i18n/request.ts')(config)
