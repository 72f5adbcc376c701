import { redirect } from 'next/navigation'

/** The address as people type it leads to the mail, which sends strangers to the sign-in page. */
export default function Home() {
  redirect('/mail')
}
